import type { Remote } from '@/lib/sync/remote';

/** A remote without faults, in memory, and what was asked of it. */
export type MemoryRemote = Remote & { files: Map<string, Uint8Array>; asked: string[] };

/** An empty one, or one over files that are there. */
export function makeMemoryRemote(files = new Map<string, Uint8Array>()): MemoryRemote {
  const asked: string[] = [];
  return {
    files,
    asked,
    serverTimeMs: null,
    async list(folder) {
      asked.push(`list ${folder}`);
      const start = folder === '' ? '' : `${folder}/`;
      const found = [...files].filter(([path]) => path.startsWith(start));
      const entries = found.map(([path, bytes]) => {
        const [name = '', ...deeper] = path.slice(start.length).split('/');
        const isFolder = deeper.length > 0;
        return { name, isFolder, size: isFolder ? null : bytes.byteLength };
      });
      return [...new Map(entries.map((entry) => [entry.name, entry])).values()];
    },
    async get(path) {
      asked.push(`get ${path}`);
      return files.get(path)?.slice() ?? null;
    },
    async put(path, bytes) {
      asked.push(`put ${path}`);
      files.set(path, bytes.slice());
    },
    async delete(path) {
      asked.push(`delete ${path}`);
      files.delete(path);
    },
  };
}
