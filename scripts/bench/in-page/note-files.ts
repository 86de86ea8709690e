/** What `npm run bench:notes -- --files` does in a page of the extension: all notes out into files, and in again. */
import { mergeApart, runApart } from '@/lib/apart/run-apart';
import { loadSentences } from '@/lib/apart/sentences';
import { listBackups } from '@/lib/backups/backup-files';
import { makeBackup } from '@/lib/backups/make-backup';
import { countNotes } from '@/lib/db/notes';
import { EXPORT_FORMATS, type ExportFormat } from '@/lib/exchange/export-as';
import { applyHeld } from '@/lib/notes/apply-changes';
import type { Translate } from '@/lib/time/format-date';
import { makeNoteChanges } from './made-notes';

export { EXPORT_FORMATS };

/** Milliseconds of something, the longest of them in which the page could do nothing else, and how large what it made is. */
export type Timed = { ms: number; blockedMs: number; size: number };

const CACHE = 'bench-files';

/** Writes notes `from` to `to`. */
export async function fill(from: number, to: number): Promise<void> {
  await applyHeld(makeNoteChanges(from, to));
}

/** All notes as a file; that of the backup is kept for `takeIn`. `size`: bytes. */
export function writeOut(format: ExportFormat): Promise<Timed> {
  return watch(async () => {
    const sentences = await loadSentences((() => 'en') as Translate);
    const given = { languages: ['en'], sentences };
    const { content } = await runApart('exportAs', [format, given, new Date()]);
    if (format === 'backup')
      await (await caches.open(CACHE)).put('https://file.example/', new Response(content));
    return content.size;
  });
}

/** A backup of all notes. `size`: bytes. */
export function backUp(): Promise<Timed> {
  return watch(async () => (await makeBackup(new Date()))?.size ?? 0);
}

/** Restores the newest backup. `size`: notes that came in. */
export function restore(): Promise<Timed> {
  return watch(async () => {
    const [backup] = await listBackups();
    return backup ? (await mergeApart('restoreBackup', [backup])).added : 0;
  });
}

/** Imports the file that was written out. `size`: notes that came in. */
export function takeIn(): Promise<Timed> {
  return watch(async () => {
    const file = await (await caches.open(CACHE)).match('https://file.example/');
    return file ? (await mergeApart('importFile', [await file.blob()])).added : 0;
  });
}

/** Removes every note, as a browser that throws its databases away. */
export async function lose(): Promise<number> {
  await new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase('sidelight');
    request.onsuccess = resolve;
    request.onerror = () => reject(request.error);
  });
  return countNotes();
}

async function watch(work: () => Promise<number>): Promise<Timed> {
  let blockedMs = 0;
  const began = performance.now();
  let last = began;
  const look = () => {
    const now = performance.now();
    blockedMs = Math.max(blockedMs, now - last);
    last = now;
  };
  const timer = setInterval(look, 10);
  try {
    const size = await work();
    look();
    return { ms: performance.now() - began, blockedMs, size };
  } finally {
    clearInterval(timer);
  }
}
