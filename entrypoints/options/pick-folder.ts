/** Chromium's picker, which TypeScript does not know. */
type Picker = (options: { id: string; mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>;

/** The browser's own picker of folders, for a click; `null` where it has none (Firefox). Rejects where nothing is chosen. */
export function findFolderPicker(): (() => Promise<FileSystemDirectoryHandle>) | null {
  const pick = (globalThis as { showDirectoryPicker?: Picker }).showDirectoryPicker;
  return pick ? () => pick({ id: 'sidelight', mode: 'readwrite' }) : null;
}
