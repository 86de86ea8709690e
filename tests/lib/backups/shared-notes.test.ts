/** What protects the notes of the shared vault that nobody else has yet. */
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { resumeBackups } from '@/lib/backups/backup-alarm';
import { listBackups } from '@/lib/backups/backup-files';
import { findLoss, settleLoss } from '@/lib/backups/find-loss';
import { listJournal } from '@/lib/backups/journal-files';
import { hasGap, makeBackup } from '@/lib/backups/make-backup';
import { countWritten } from '@/lib/backups/read-journal';
import { restoreBackup, restoreLost } from '@/lib/backups/restore-backup';
import { DATABASES } from '@/lib/db/database';
import { makeMark } from '@/lib/db/journal-marks';
import { rememberSharedVault } from '@/lib/db/shared-vault';
import { withDatabase } from '@/lib/db/with-database';
import { writeNotes } from '@/lib/db/write-notes';
import type { VaultName } from '@/lib/model/vault-name';
import { createIn } from '@/lib/notes/edit-in';
import { copyNote, moveNote } from '@/lib/notes/move-note';
import { latestNotes } from '@/lib/notes/read-notes';
import { createNote, editNote, hideNote, showNote } from '@/lib/notes/write-note';
import { disconnect } from '@/lib/vault/connect';
import { makeDraft } from '@/tests/builders';
import { type MemoryFolder, provideFolder } from '@/tests/folder-in-memory';
import { takeStore } from '@/tests/stored';
import { bodies, click, createMapRemote, enter, layVaultBed, server, textOf } from '@/tests/vault';

layVaultBed();
let folder: MemoryFolder;
beforeEach(() => {
  folder = provideFolder();
});

const VAULT = 'shared';
const share = (remote = createMapRemote()) => enter(remote, null, server, VAULT);
const write = async (body: string) => (await moveNote(await createNote(makeDraft({ body })), VAULT)).to;
const backUp = (day: number) => makeBackup(new Date(2026, 10, day, 9), VAULT);
const backUpOwn = () => makeBackup(new Date(2026, 10, 28, 9));
const find = () => findLoss(countWritten, VAULT);

/** Restores all that the product itself says is lost of the shared vault. */
async function restoreAll() {
  const loss = await find();
  if (!loss) throw new Error('nothing is lost');
  return restoreLost(loss);
}

describe('a shared note that nobody else has yet', () => {
  it('is in the journal when its writing resolves, and comes back when the databases are lost', async () => {
    await share();
    const note = await write('Not sent');
    await editNote(note.id, { body: 'Not sent, edited' }, note, VAULT);
    expect(await listJournal(VAULT)).toMatchObject([{ vault: VAULT }]);
    await takeStore();
    expect(await find()).toMatchObject({ how: 'emptied', vault: VAULT, backup: null, written: 1 });
    expect(await restoreAll()).toMatchObject({ added: 1 });
    expect(await bodies()).toEqual(['Not sent, edited']);
    expect(await find()).toBeNull();
  });

  it('is in a backup, which takes it out of the journal', async () => {
    await share();
    const note = await write('In the backup');
    const backup = await backUp(28);
    expect(backup).toMatchObject({ vault: VAULT, notes: 1 });
    expect(await listJournal(VAULT)).toEqual([]);
    await editNote(note.id, { body: 'After it' }, note, VAULT);
    await takeStore();
    expect(await find()).toMatchObject({ backup, written: 1 });
    await restoreAll();
    expect(await bodies()).toEqual(['After it']);
  });

  it('is backed up at the next start where its writer was ended before the journal had it', async () => {
    await share();
    await writeNotes((writing) => createIn(writing, makeDraft({ body: 'Cut off' })), VAULT, makeMark());
    const now = new Date(Date.now() + 60_000);
    expect(await hasGap(now, VAULT)).toBe(true);
    await resumeBackups(now);
    expect(await listBackups(VAULT)).toMatchObject([{ notes: 1 }]);
    expect(await listBackups()).toEqual([]);
    expect(await hasGap(now, VAULT)).toBe(false);
  });

  it('is stored also where the journal has no room, which is said until a backup holds it', async () => {
    await share();
    const own = await createNote(makeDraft({ body: 'Full' }));
    folder.refusal = new DOMException('full', 'QuotaExceededError');
    await moveNote(own, VAULT);
    folder.refusal = null;
    const soon = new Date(Date.now() + 60_000);
    expect(await bodies(VAULT)).toEqual(['Full']);
    expect(await hasGap(soon, VAULT)).toBe(true);
    await backUp(28);
    expect(await hasGap(soon, VAULT)).toBe(false);
  });

  it('is not counted in the vault that it was only moved out of', async () => {
    await share();
    const note = await write('There and back');
    await moveNote(note, 'own');
    await backUpOwn();
    await takeStore();
    expect(await find()).toMatchObject({ backup: null, written: 0 });
    const written = await createNote(makeDraft({ body: 'Only ever there' }));
    await moveNote(written, VAULT);
    await takeStore();
    expect(await find()).toMatchObject({ written: 1 });
    expect(await findLoss(countWritten)).toMatchObject({ backup: { notes: 2, shown: 1 }, written: 0 });
  });

  it('comes back to the shared vault where that is still here', async () => {
    await share();
    const { id } = await write('Still shared');
    const backup = await backUp(28);
    const { notes, heads, changes } = DATABASES.shared;
    for (const table of [notes, heads, changes]) await table.clear();
    expect(await find()).toMatchObject({ backup });
    expect(backup && (await restoreBackup(backup))).toMatchObject({ added: 1 });
    expect(await latestNotes(9)).toMatchObject([{ id, body: 'Still shared', vault: VAULT }]);
    expect(await bodies()).toEqual([]);
  });
});

describe('what was lost of a shared vault', () => {
  it('never gets to the people of another one', async () => {
    await share();
    await write('For Ada alone');
    await takeStore();
    const others = createMapRemote();
    await share(others);
    await restoreAll();
    await click(others, { vault: VAULT });
    expect(await bodies(VAULT)).toEqual([]);
    expect(await bodies()).toEqual(['For Ada alone']);
    expect(textOf(others)).not.toContain('Ada');
  });

  it('stands beside the shared note, under an id of its own, where the vault is joined again', async () => {
    const team = createMapRemote();
    await share(team);
    const { id } = await write('Sent before');
    await click(team, { vault: VAULT });
    await takeStore();
    await restoreAll();
    await share(team);
    await click(team, { vault: VAULT });
    const notes = await latestNotes(9);
    expect(notes.map(({ body }) => body)).toEqual(['Sent before', 'Sent before']);
    expect(notes.find(({ vault }) => vault === VAULT)?.id).toBe(id);
    expect(new Set(notes.map((note) => note.id)).size).toBe(2);
  });

  it('comes back once, however often it is restored', async () => {
    await share();
    await write('Once');
    await takeStore();
    const loss = await find();
    if (!loss) throw new Error('nothing is lost');
    await restoreLost(loss);
    expect(await restoreLost(loss)).toMatchObject({ added: 0, known: 1 });
    expect(await bodies()).toEqual(['Once']);
  });

  it('waits also while a shared vault is joined again, until the reader goes on without it', async () => {
    await share();
    await write('Waits');
    await backUp(28);
    await write('Waits too');
    await takeStore();
    await share();
    const loss = await find();
    expect(loss).toMatchObject({ backup: { notes: 1 }, written: 1 });
    if (loss) await settleLoss(loss);
    expect(await find()).toBeNull();
  });
});

describe('what is kept of a shared vault', () => {
  it('is gone when the vault is left, and its notes are kept as the own ones are', async () => {
    await share();
    await write('Mine again');
    await backUp(28);
    await write('Mine too');
    await disconnect(VAULT);
    expect(await listBackups(VAULT)).toEqual([]);
    await vi.waitUntil(async () => (await listJournal(VAULT)).length === 0);
    expect(await find()).toBeNull();
    await takeStore();
    const loss = await findLoss(countWritten);
    if (loss) await restoreLost(loss);
    expect(await bodies()).toEqual(['Mine again', 'Mine too']);
  });

  it('stays where it was lost before and not dealt with, of every such loss', async () => {
    for (const day of [27, 28]) {
      await share();
      await write(`Lost on day ${day}`);
      await backUp(day);
      await takeStore();
    }
    await share();
    await write('Mine again');
    await disconnect(VAULT);
    expect(await find()).toMatchObject({ backup: { day: '2026-11-28' }, older: [{ day: '2026-11-27' }] });
    await restoreAll();
    expect((await bodies()).sort()).toEqual(['Lost on day 27', 'Lost on day 28', 'Mine again']);
  });

  it('is gone also where a backup is being made while the vault is left', async () => {
    await share();
    await write('Mine again');
    const [packing, leaving] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const Packer = CompressionStream;
    const wait = async (part: Uint8Array, to: TransformStreamDefaultController) => {
      packing.resolve();
      await leaving.promise;
      to.enqueue(part);
    };
    vi.stubGlobal('CompressionStream', function slowly(format: CompressionFormat) {
      const slow = new TransformStream({ transform: wait });
      return { writable: slow.writable, readable: slow.readable.pipeThrough(new Packer(format)) };
    });
    const backup = backUp(28);
    await packing.promise;
    const left = disconnect(VAULT);
    await Promise.race([left, new Promise((resolve) => setTimeout(resolve, 300))]);
    leaving.resolve();
    await Promise.all([backup, left]);
    vi.unstubAllGlobals();
    expect(await listBackups(VAULT)).toEqual([]);
    expect(await find()).toBeNull();
  });

  it('is no loss where the journal has it only after the vault was left, and goes at the next start', async () => {
    await share();
    const note = await write('Mine again');
    const slow = Promise.withResolvers<void>();
    folder.onClose = () => {
      folder.onClose = () => {};
      return slow.promise;
    };
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const writing = editNote(note.id, { body: 'Mine, edited' }, note, VAULT);
    await vi.waitUntil(() => vi.getTimerCount() > 0);
    await vi.advanceTimersByTimeAsync(5_000);
    await writing;
    vi.useRealTimers();
    await disconnect(VAULT);
    slow.resolve();
    await vi.waitUntil(() => folder.filesIn('journal-shared').every(({ writers }) => writers === 0));
    expect(await bodies()).toEqual(['Mine, edited']);
    expect(await listJournal(VAULT)).toHaveLength(1);
    expect(await find()).toBeNull();
    await share();
    await disconnect(VAULT);
    expect(await find()).toBeNull();
    await resumeBackups(new Date());
    expect(await listJournal(VAULT)).toEqual([]);
  });

  it('is none where there never was such a vault', async () => {
    await createNote(makeDraft());
    await makeBackup(new Date(2026, 10, 28, 9));
    await takeStore();
    expect(await find()).toBeNull();
    expect(await findLoss(countWritten)).toMatchObject({ backup: { notes: 1 } });
  });

  it('does not keep the reader from leaving where the browser has no folder for us', async () => {
    await share();
    await write('Mine');
    Object.defineProperty(navigator, 'storage', { value: {}, configurable: true });
    await disconnect(VAULT);
    expect(await bodies()).toEqual(['Mine']);
  });
});

const step = fc.record({
  does: fc.constantFrom('create', 'edit', 'edit', 'hide', 'show', 'backup', 'failing backup'),
  at: fc.nat(99),
});

it('law: whatever was written to a shared vault, after its loss the reader has it, hidden or not', async () => {
  const read = (vault: VaultName) => withDatabase(({ notes }) => notes.toArray(), vault);
  const rows = async (vault: VaultName) =>
    (await read(vault))
      .map(({ body, hidden, versions }) => JSON.stringify({ body, hidden, versions }))
      .sort();
  let day = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      folder = provideFolder();
      await takeStore();
      await rememberSharedVault();
      const source = await createNote(makeDraft({ body: 'Source' }));
      for (const { does, at } of [{ does: 'create', at: 0 }, ...steps]) {
        const ids = (await read(VAULT)).map(({ id }) => id);
        const id = ids[at % ids.length] ?? '';
        day += 1;
        if (does === 'create') await copyNote(source, VAULT);
        else if (does === 'edit') await editNote(id, { body: `Edit ${day}` }, undefined, VAULT);
        else if (does === 'hide') await hideNote(id, VAULT);
        else if (does === 'show') await showNote(id, VAULT);
        else if (does === 'backup') await backUp(day);
        else {
          folder.refusal = new DOMException('full', 'QuotaExceededError');
          await backUp(day).catch(() => null);
          folder.refusal = null;
        }
      }
      const before = await rows(VAULT);
      await takeStore();
      await restoreAll();
      expect(await rows('own')).toEqual(before);
    }),
    { numRuns: 30 },
  );
});
