const KEEP_MS = 60_000;

/** Hands bytes to the browser as a file to download. Nothing leaves the machine. */
export function downloadFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Not at once: the browser may still be asking where to put it.
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
}
