import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { findLoss, settleLoss } from '@/lib/backups/find-loss';
import { listJournal, saveEntries } from '@/lib/backups/journal-files';
import { hasGap, makeBackup } from '@/lib/backups/make-backup';
import { countWritten, readJournal } from '@/lib/backups/read-journal';
import { loadKeptText, restoreBackup, restoreLost } from '@/lib/backups/restore-backup';
import { database } from '@/lib/db/database';
import { parseNotesFile } from '@/lib/exchange/import-notes';
import type { Change } from '@/lib/model/note';
import { applyChanges } from '@/lib/notes/apply-changes';
import { findNote } from '@/lib/notes/read-notes';
import { keepVersion, splitNote } from '@/lib/notes/settle-versions';
import { createNote, editNote, hideNote, showNote } from '@/lib/notes/write-note';
import { makeChange, makeDraft, testId } from '@/tests/builders';
import { type MemoryFolder, provideFolder } from '@/tests/folder-in-memory';
import { emptyDatabaseBeforeEach, takeStore } from '@/tests/stored';

emptyDatabaseBeforeEach();
let folder: MemoryFolder;
beforeEach(() => {
  folder = provideFolder();
});

const FULL = new DOMException('full', 'QuotaExceededError');
/** When the journal has had its time. */
const soon = () => new Date(Date.now() + 60_000);
const listRows = () => database.notes.toArray();
const backUp = (day: number) => makeBackup(new Date(2026, 10, day, 9));

/** Restores all that the product itself says is lost. */
async function restoreAll() {
  const loss = await findLoss(countWritten);
  if (!loss) throw new Error('nothing is lost');
  return restoreLost(loss);
}

describe('what is written since the last backup', () => {
  it('is there when the writing resolves, and comes back with the backup when the database is lost', async () => {
    const kept = await createNote(makeDraft({ body: 'In the backup' }));
    await backUp(28);
    await editNote(kept.id, { body: 'Edited after it' });
    const hidden = await createNote(makeDraft({ body: 'Deleted after it' }));
    await hideNote(hidden.id);
    const before = await listRows();
    await takeStore();
    expect(await findLoss(countWritten)).toMatchObject({ how: 'emptied', backup: { notes: 1 }, written: 1 });
    expect(await restoreAll()).toMatchObject({ added: 2, conflicts: 0 });
    expect(await listRows()).toEqual(before);
    expect(await findLoss(countWritten)).toBeNull();
  });

  it('comes back where there was no backup yet', async () => {
    await createNote(makeDraft());
    const before = await listRows();
    await takeStore();
    expect(await findLoss(countWritten)).toMatchObject({ backup: null, written: 1 });
    await restoreAll();
    expect(await listRows()).toEqual(before);
  });

  it('comes back a second time when the database is lost again before a backup was made', async () => {
    await createNote(makeDraft());
    const before = await listRows();
    await takeStore();
    await restoreAll();
    await takeStore();
    await restoreAll();
    expect(await listRows()).toEqual(before);
  });

  it('comes back with a backup that the reader restores from the list, and is in its file', async () => {
    await createNote(makeDraft({ body: 'First' }));
    const backup = await backUp(28);
    if (!backup) throw new Error('no backup');
    await createNote(makeDraft({ body: 'Second' }));
    const before = await listRows();
    await takeStore();
    expect(parseNotesFile(await loadKeptText(backup)).changes.map(({ x }) => x)).toEqual(['First', 'Second']);
    await restoreBackup(backup);
    expect(await listRows()).toEqual(before);
  });

  it('leaves the journal once a backup holds it', async () => {
    await createNote(makeDraft());
    expect(await listJournal()).toHaveLength(1);
    await backUp(28);
    expect(await listJournal()).toEqual([]);
  });

  it('stays when it was written while the backup was made', async () => {
    const note = await createNote(makeDraft({ body: 'Before' }));
    folder.onClose = async () => {
      folder.onClose = () => {};
      await editNote(note.id, { body: 'Meanwhile' });
    };
    await backUp(28);
    const texts = (await readJournal(await listJournal())).map(({ x }) => x);
    expect(texts).toContain('Meanwhile');
  });

  it('stays while it is being written, which lets the backup be made, and goes with the next one', async () => {
    const held = Promise.withResolvers<void>();
    folder.onClose = () => {
      folder.onClose = () => {};
      return held.promise;
    };
    const writing = createNote(makeDraft());
    await vi.waitFor(() => expect(folder.filesIn('journal')).toHaveLength(1));
    expect(await backUp(28)).toMatchObject({ notes: 1 });
    held.resolve();
    await writing;
    expect(await listJournal()).toHaveLength(1);
    await backUp(29);
    expect(await listJournal()).toEqual([]);
  });

  it('stays while its loss is neither restored nor given up, and then goes with the next backup', async () => {
    await createNote(makeDraft());
    await takeStore();
    await createNote(makeDraft({ body: 'Of the new database' }));
    await backUp(28);
    expect(await listJournal()).toHaveLength(1);
    const loss = await findLoss(countWritten);
    if (loss) await settleLoss(loss);
    expect(await findLoss(countWritten)).toBeNull();
    await createNote(makeDraft());
    await backUp(29);
    expect(await listJournal()).toEqual([]);
  });

  it('is one file for a note, however often it is saved', async () => {
    const { id } = await createNote(makeDraft());
    for (let time = 0; time < 9; time += 1) await editNote(id, { body: `Saved ${time}` });
    await vi.waitUntil(() => folder.filesIn('journal').length === 1);
  });

  it('is that of the writing before where the last one is cut', async () => {
    const { id } = await createNote(makeDraft({ body: 'Before' }));
    await makeBackup(new Date(2026, 10, 28, 9));
    await editNote(id, { body: 'Confirmed' });
    await vi.waitUntil(() => folder.filesIn('journal').length === 1);
    const [confirmed] = await listJournal();
    if (!confirmed) throw new Error('no entry');
    // Killed before it had a word in it: it was never confirmed.
    await saveEntries(Promise.resolve([{ ...confirmed, stamp: confirmed.stamp + 1, text: '' }]));
    expect((await readJournal(await listJournal())).map(({ x }) => x)).toContain('Confirmed');
  });

  it('is the newest of two edits at the same time, whoever comes first', async () => {
    const { id } = await createNote(makeDraft());
    await Promise.all(['One', 'Two', 'Three'].map((body) => editNote(id, { body })));
    const before = await listRows();
    await takeStore();
    await restoreAll();
    expect(await listRows()).toEqual(before);
  });

  it('holds what settling versions wrote, and fields of newer versions', async () => {
    const id = `note:${testId('n', 1)}`;
    const other: Change = makeChange({ i: testId('c', 2), x: 'Theirs', b: 'Theirs', p: [], newer: { a: 1 } });
    await applyChanges([makeChange({ x: 'Ours', b: 'Ours', p: [] }), other]);
    const met = await findNote(id);
    if (!met) throw new Error('no note');
    await splitNote(met);
    const split = await listRows();
    await takeStore();
    await restoreAll();
    expect(await listRows()).toEqual(split);
    const changes = await database.changes.toArray();
    expect(changes.find(({ i }) => i === other.i)?.change).toEqual(other);
  });

  it('holds a version that the reader kept', async () => {
    await applyChanges([
      makeChange({ x: 'Ours', b: 'Ours', p: [] }),
      makeChange({ i: testId('c', 2), x: 'Theirs', b: 'Theirs', p: [] }),
    ]);
    const met = await findNote(`note:${testId('n', 1)}`);
    if (met) await keepVersion(met, 'Both');
    await takeStore();
    await restoreAll();
    expect(await listRows()).toMatchObject([{ body: 'Both', versions: [] }]);
  });
});

describe('a journal that cannot be written', () => {
  it('makes no write fail, and is said until a backup holds what was written', async () => {
    folder.refusal = FULL;
    const { id } = await createNote(makeDraft({ body: 'Stored all the same' }));
    expect(await findNote(id)).toMatchObject({ body: 'Stored all the same' });
    expect(await hasGap(soon())).toBe(true);
    folder.refusal = null;
    await backUp(28);
    expect(await hasGap(soon())).toBe(false);
  });

  it('is none while all is kept', async () => {
    await createNote(makeDraft());
    await vi.waitUntil(async () => !(await hasGap(soon())));
  });

  it('keeps nothing of a write that failed', async () => {
    const { id } = await createNote(makeDraft());
    const before = await readJournal(await listJournal());
    await expect(editNote(id, { body: 'x'.repeat(200_000) })).rejects.toMatchObject({
      code: 'note-too-long',
    });
    expect(await readJournal(await listJournal())).toEqual(before);
    await vi.waitUntil(async () => !(await hasGap(soon())));
  });

  it('makes no write fail where the browser has no folder for us', async () => {
    Object.defineProperty(navigator, 'storage', { value: {}, configurable: true });
    const { id } = await createNote(makeDraft());
    expect(await findNote(id)).not.toBeNull();
  });

  it('keeps no write waiting, and is written in the end', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const slow = Promise.withResolvers<void>();
    folder.onClose = () => slow.promise;
    const writing = createNote(makeDraft());
    await vi.waitUntil(() => vi.getTimerCount() > 0);
    await vi.advanceTimersByTimeAsync(5_000);
    const { id } = await writing;
    vi.useRealTimers();
    expect(await findNote(id)).not.toBeNull();
    slow.resolve();
    await vi.waitUntil(async () => (await readJournal(await listJournal())).length === 1);
  });
});

describe('laws', () => {
  const changes = fc.array(
    fc.record({
      i: fc.nat(999).map((number) => testId('c', number)),
      t: fc.nat(),
      e: fc.constant(`note:${testId('n', 1)}`),
      x: fc.string({ unit: 'binary', maxLength: 20 }),
      later: fc.json(),
    }),
    { minLength: 1, maxLength: 6 },
  );

  it('of a file that is cut anywhere the changes before the cut are read, as they were written', async () => {
    await fc.assert(
      fc.asyncProperty(changes, fc.nat(), async (written, at) => {
        const text = written.map((change) => `${JSON.stringify(change)}\n`).join('');
        const entry = { replica: '0123456789abcdef', id: testId('n', 1), stamp: 1 };
        await saveEntries(Promise.resolve([{ ...entry, text }]));
        const [file] = folder.filesIn('journal');
        if (!file) throw new Error('no file');
        const cut = at % (file.bytes.length + 1);
        const whole = new TextDecoder().decode(file.bytes.slice(0, cut)).split('\n').length - 1;
        file.bytes = file.bytes.slice(0, cut);
        const read = await readJournal(await listJournal());
        expect(read.slice(0, whole)).toEqual(written.slice(0, whole));
        expect(read).toEqual(written.slice(0, read.length));
      }),
    );
  });

  const step = fc.oneof(
    { weight: 4, arbitrary: fc.record({ does: fc.constant('create' as const), at: fc.nat(99) }) },
    { weight: 6, arbitrary: fc.record({ does: fc.constant('edit' as const), at: fc.nat(99) }) },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('tag' as const), at: fc.nat(99) }) },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('hide' as const), at: fc.nat(99) }) },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('show' as const), at: fc.nat(99) }) },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('import' as const), at: fc.nat(99) }) },
    { weight: 2, arbitrary: fc.record({ does: fc.constant('backup' as const), at: fc.nat(99) }) },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('failing backup' as const), at: fc.nat(99) }) },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('lose' as const), at: fc.nat(99) }) },
  );

  it('whatever was written, a lost database comes back as it was', async () => {
    let day = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
        folder = provideFolder();
        await takeStore();
        const lose = async () => {
          const before = await listRows();
          await takeStore();
          if (before.length > 0) await restoreAll();
          expect(await listRows()).toEqual(before);
        };
        for (const { does, at } of steps) {
          const ids = (await listRows()).map(({ id }) => id);
          const id = ids[at % ids.length];
          day += 1;
          if (does === 'create') await createNote(makeDraft({ body: `Note ${at}` }));
          else if (does === 'edit' && id) await editNote(id, { body: `Edit ${at} of ${day}` });
          else if (does === 'tag' && id) await editNote(id, { tags: [`tag ${at % 3}`] });
          else if (does === 'hide' && id) await hideNote(id);
          else if (does === 'show' && id) await showNote(id);
          else if (does === 'import')
            await applyChanges([
              makeChange({ i: testId('i', day), e: `note:${testId('m', at)}`, x: `In ${at}`, b: '', p: [] }),
            ]);
          else if (does === 'backup') await backUp(day);
          else if (does === 'failing backup') {
            folder.refusal = FULL;
            await backUp(day).catch(() => null);
            folder.refusal = null;
          } else if (does === 'lose') await lose();
        }
        await lose();
      }),
      { numRuns: 40 },
    );
  });
});
