/** A name that alone fills more than a block (32 KiB) of the log. */
const LONG_NAME = '_'.repeat(33_000);

const held: { left?: Promise<void> | undefined } = {};

/**
 * Leaves behind what a crash may have cut, once for each of our pages and workers; resolves before anything is written that has to last.
 *
 * Chromium writes all names of our files in one log (LevelDB), and goes on in it after a crash. Where the crash cut a record, the next reading
 * of the log passes over the rest of its block: files that were whole in their place have no name any more. What stands in a later block
 * is read. Never throws: where a browser refuses so long a name, its names lie elsewhere.
 */
export function leaveTornLog(): Promise<void> {
  held.left ??= fillBlock().catch(() => {
    held.left = undefined;
  });
  return held.left;
}

async function fillBlock(): Promise<void> {
  const root = await navigator.storage.getDirectory();
  await root.getFileHandle(LONG_NAME, { create: true });
  // Fills a block as well: another of our pages may have made it, and may have removed it by now.
  await root.removeEntry(LONG_NAME);
}
