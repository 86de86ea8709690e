/** What runs in a page of the extension's while something is killed: the product's own code, and what it left behind. */
import { resumeBackups } from '@/lib/backups/backup-alarm';
import { listBackups } from '@/lib/backups/backup-files';
import { findLoss } from '@/lib/backups/find-loss';
import { makeBackup } from '@/lib/backups/make-backup';
import { countWritten } from '@/lib/backups/read-journal';
import { loadBackupText, restoreLost } from '@/lib/backups/restore-backup';
import { DATABASES } from '@/lib/db/database';
import { loadNote } from '@/lib/db/notes';
import { listVaults, rememberSharedVault } from '@/lib/db/shared-vault';
import { importNotes, parseNotesFile } from '@/lib/exchange/import-notes';
import { NOTES_FORMAT, NOTES_VERSION } from '@/lib/exchange/notes-file';
import { callBackground } from '@/lib/messages/call-background';
import type { Change } from '@/lib/model/note';
import type { VaultName } from '@/lib/model/vault-name';
import { createIn } from '@/lib/notes/edit-in';
import { toNote } from '@/lib/notes/note-of-state';
import { writeKept } from '@/lib/notes/write-kept';
import { createNote, editNote, hideNote, showNote } from '@/lib/notes/write-note';
import { connect } from '@/lib/vault/connect';
import { createDexieStore } from '@/lib/vault/dexie-store';
import { readKey, spell, sumOf, type Wording } from './spell';

/** One thing that a reader does. Those on a note name it by its key; its id is known here or in `ids`. */
export type Act = { number: number } & (
  | { does: 'create' | 'edit'; wording: Wording }
  | { does: 'hide' | 'show'; key: string }
  | { does: 'import'; wordings: Wording[] }
  | { does: 'backup'; at: number }
  | { does: 'sync' }
);

/** How an act ended: told outside as soon as its promise has resolved. `id`: of the note, or the moment of the backup, that was made. */
export type Told = { number: number; state: 'done' | 'failed'; id: string; why: string };

/** A note as the database has it. */
export type Found = { id: string; key: string; sum: number; hidden: boolean; versions: number };

declare const tell: (told: Told) => Promise<void>;

/** Connects this installation to a WebDAV folder, without encryption. It has a shared vault beside, of which nobody else knows. */
export async function connectTo(server: { url: string; user: string; password: string }): Promise<void> {
  await rememberSharedVault();
  const derive = () => Promise.reject(new Error('No passphrase here.'));
  await connect({ kind: 'webdav', ...server }, { passphrase: null, derive });
}

/** Does the acts of each lane one after the other, the lanes side by side; each is told when it has ended. */
export async function run(lanes: Act[][], known: Record<string, string>): Promise<void> {
  const ids = { ...known };
  await Promise.all(
    lanes.map(async (acts) => {
      for (const act of acts) {
        const { number } = act;
        await perform(act, ids).then(
          (id) => tell({ number, state: 'done', id, why: '' }),
          (thrown) => tell({ number, state: 'failed', id: '', why: String(thrown) }),
        );
      }
    }),
  );
}

async function perform(act: Act, ids: Record<string, string>): Promise<string> {
  switch (act.does) {
    case 'create': {
      const draft = { target: null, topics: [], tags: [], body: spell(act.wording) };
      const isShared = act.wording.key.startsWith('s');
      const { id } = await (isShared
        ? writeKept((writing) => createIn(writing, draft), 'shared')
        : createNote(draft));
      ids[act.wording.key] = id;
      return id;
    }
    case 'edit': {
      const id = ids[act.wording.key] ?? '';
      const vault = await findVault(id);
      const shown = await loadNote(id, vault);
      await editNote(id, { body: spell(act.wording) }, shown ?? undefined, vault);
      return id;
    }
    case 'hide':
    case 'show': {
      const id = ids[act.key] ?? '';
      await (act.does === 'hide' ? hideNote : showNote)(id, await findVault(id));
      return id;
    }
    case 'import':
      await importNotes(toFile(act.wordings));
      return '';
    case 'backup': {
      await makeBackup(new Date(act.at), 'shared');
      return String((await makeBackup(new Date(act.at)))?.madeAt ?? '');
    }
    case 'sync': {
      const { round } = await callBackground('syncNow', { vault: 'own', isApproved: true });
      if (round.state !== 'done') throw new Error(`${round.state} ${round.code} ${round.detail}`);
      return '';
    }
  }
}

/** Where a note is: a shared one that was lost comes back as an own one. */
async function findVault(id: string): Promise<VaultName> {
  return (await loadNote(id, 'shared')) ? 'shared' : 'own';
}

function toFile(wordings: Wording[]): string {
  const changes = wordings.map((wording): Change => {
    const id = wording.key.replace('-', '_').padEnd(16, '_');
    return { i: id, t: wording.act * 1024, e: `note:${id}`, x: spell(wording), b: '', p: [] };
  });
  const exportedAt = new Date(0).toISOString();
  return JSON.stringify({ format: NOTES_FORMAT, v: NOTES_VERSION, exportedAt, replica: 'kills', changes });
}

/** What is stored: all notes, those of the reader's own vault, each way in which it contradicts itself, the backups. */
type Seen = { found: Found[]; own: Found[]; torn: string[]; backups: number[] };

/** Looks through all that is stored. */
export async function inspect(): Promise<Seen> {
  const torn: string[] = [];
  const own = await inspectVault('own', torn);
  const isShared = (await listVaults()).includes('shared');
  const shared = isShared ? await inspectVault('shared', torn) : [];
  if (isShared) await inspectBackups('shared', torn);
  return { found: [...own, ...shared], own, torn, backups: await inspectBackups('own', torn) };
}

async function inspectVault(vault: VaultName, torn: string[]): Promise<Found[]> {
  const database = DATABASES[vault];
  await database.open();
  const [notes, heads, changes, stamp] = await database.transaction(
    'r',
    [database.notes, database.heads, database.changes, database.meta],
    () =>
      Promise.all([
        database.notes.toArray(),
        database.heads.toArray(),
        database.changes.toArray(),
        database.meta.get('stamp'),
      ]),
  );
  const states = new Map(heads.map(({ e, state }) => [e, state]));
  const changeIds = new Set(changes.map(({ i }) => i));
  for (const { shown, met, ...note } of notes) {
    const state = states.get(note.id);
    states.delete(note.id);
    if (!state) {
      torn.push(`${note.id} has no heads`);
      continue;
    }
    const derived = toNote(note.id, state);
    const flags = [derived.hidden ? 0 : 1, derived.versions.length > 0 ? 1 : 0];
    if (!isEqual(derived, note) || !isEqual([shown, met], flags))
      torn.push(`${note.id} is not what its heads say`);
    const missing = state.heads.filter(({ i }) => !changeIds.has(i));
    if (missing.length > 0) torn.push(`${note.id} lacks the change of a head`);
  }
  for (const e of states.keys()) if (e.startsWith('note:')) torn.push(`${e} has heads and no note`);
  const ids = new Set(notes.map(({ id }) => id));
  for (const { i, e } of changes) {
    if (e.startsWith('note:') && !ids.has(e)) torn.push(`change ${i} belongs to no note`);
  }
  const last = changes.reduce((most, { t }) => Math.max(most, t), 0);
  if (last > Number(stamp?.value ?? 0)) torn.push('the clock is behind a change');
  return notes.map(({ id, body, hidden, versions }) => {
    return { id, key: readKey(body), sum: sumOf(body), hidden, versions: versions.length };
  });
}

async function inspectBackups(vault: VaultName, torn: string[]): Promise<number[]> {
  const backups = await listBackups(vault);
  // The newest is read whole each time; the older ones were, when they were the newest.
  for (const backup of backups.slice(0, 1)) {
    const read = await loadBackupText(backup).then(
      (text) => parseNotesFile(text, Number.POSITIVE_INFINITY),
      String,
    );
    const count = typeof read === 'string' ? -1 : new Set(read.changes.map(({ e }) => e)).size;
    if (count < backup.notes)
      torn.push(
        `backup ${backup.madeAt} has ${count} of ${backup.notes} notes: ${String(read).slice(0, 80)}`,
      );
  }
  return backups.map(({ madeAt }) => madeAt);
}

/** Restores what the product itself says is lost; how many notes that brought, `null` where it says nothing. */
export async function restoreAll(): Promise<number | null> {
  const losses = await Promise.all([findLoss(countWritten), findLoss(countWritten, 'shared')]);
  let added: number | null = null;
  for (const loss of losses) if (loss) added = (added ?? 0) + (await restoreLost(loss)).added;
  return added;
}

/** What the background does when it starts: a writer that was ended too early is made good. */
export function resume(at: number): Promise<void> {
  return resumeBackups(new Date(at));
}

/** How many changes wait to be sent. */
export function countPending(): Promise<number> {
  return createDexieStore().countPending();
}

function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
