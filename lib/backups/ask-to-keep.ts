/**
 * Asks the browser not to clear what we have stored when the disk fills up, and returns its answer. Neither browser asks the
 * reader: Firefox agrees, because of `unlimitedStorage`; Chromium decides for itself, and may change its mind later.
 */
export async function askToKeep(): Promise<boolean> {
  // Absent from pages that are not secure, and refused in frames of others' pages.
  return (await navigator.storage?.persist?.().catch(() => false)) ?? false;
}
