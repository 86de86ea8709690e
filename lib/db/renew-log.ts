import { Dexie } from 'dexie';

/** More than LevelDB gathers (4 MiB) before it begins a new log. */
const ROWS = 170;
const ROW_BYTES = 30_000;

/**
 * Has Chromium begin a new log for our databases, once at the start of the browser. It writes all of them in one (LevelDB), and goes on in that
 * after a crash: where the crash cut a record or left zeros at the end, the next reading of the log passes over what was stored since, or
 * finds the log damaged and throws all databases away. What is in memory goes into a table first, and the old log with it.
 *
 * Resolves when that is under way. Never throws: where there is no room, backup and journal stay what there is.
 */
export async function renewLog(): Promise<void> {
  // Its databases lie in SQLite, which mends what a crash cut.
  if (import.meta.env.BROWSER === 'firefox') return;
  const filler = new Dexie('sidelight-filler');
  filler.version(1).stores({ rows: '++' });
  const rows = Array.from({ length: ROWS }, () => crypto.getRandomValues(new Uint8Array(ROW_BYTES)));
  await filler
    .table('rows')
    .bulkAdd(rows)
    .catch(() => null);
  // The first writing after it is what begins the new log.
  await filler.delete().catch(() => null);
}
