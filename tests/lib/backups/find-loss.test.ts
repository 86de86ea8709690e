import { afterEach, describe, expect, it, vi } from 'vitest';
import { listBackups } from '@/lib/backups/backup-files';
import { findLoss, listLost, settleLoss } from '@/lib/backups/find-loss';
import { KEPT, makeBackup } from '@/lib/backups/make-backup';
import { countWritten } from '@/lib/backups/read-journal';
import { restoreBackup, restoreLost } from '@/lib/backups/restore-backup';
import { database } from '@/lib/db/database';
import { AppError } from '@/lib/model/app-error';
import type { Backup } from '@/lib/model/backup';
import { createNote, hideNote } from '@/lib/notes/write-note';
import { makeDraft } from '@/tests/builders';
import { emptyDatabaseBeforeEach, takeStore } from '@/tests/stored';

emptyDatabaseBeforeEach();
afterEach(() => vi.restoreAllMocks());

const NOW = new Date(2026, 10, 28, 9);

async function backUp(): Promise<Backup> {
  await createNote(makeDraft());
  const backup = await makeBackup(NOW);
  if (!backup) throw new Error('no backup');
  return backup;
}

const makeRow = (fields: Partial<Backup> = {}): Backup => ({
  day: '2026-11-28',
  madeAt: 1_000,
  replica: 'here',
  shown: 5,
  notes: 5,
  mark: '',
  size: 100,
  ...fields,
});

it.each<{
  backups: Backup[];
  present: Partial<Parameters<typeof listLost>[1]>;
  lost: number[];
  because: string;
}>([
  { backups: [], present: {}, lost: [], because: 'there is no backup' },
  { backups: [makeRow()], present: {}, lost: [], because: 'the database is the same' },
  { backups: [makeRow()], present: { isEmpty: true }, lost: [1_000], because: 'the database is empty' },
  {
    backups: [makeRow()],
    present: { replica: null, isEmpty: true },
    lost: [1_000],
    because: 'the database is new',
  },
  {
    backups: [makeRow()],
    present: { replica: 'other' },
    lost: [1_000],
    because: 'the database is another one',
  },
  {
    backups: [makeRow({ notes: 0, shown: 0 })],
    present: { isEmpty: true },
    lost: [],
    because: 'there was no note then either',
  },
  {
    backups: [makeRow()],
    present: { isEmpty: true, settledAt: { here: 1_000 } },
    lost: [],
    because: 'the reader has dealt with it',
  },
  {
    backups: [makeRow({ madeAt: 2_000, replica: 'second' }), makeRow({ replica: 'first' })],
    present: { settledAt: { second: 2_000 } },
    lost: [1_000],
    because: 'the reader has dealt with another loss, a later one',
  },
  {
    backups: [
      makeRow({ madeAt: 3_000, replica: 'second' }),
      makeRow({ madeAt: 2_000, replica: 'first' }),
      makeRow({ replica: 'first' }),
    ],
    present: {},
    lost: [3_000, 2_000],
    because: 'two installations are lost, of which the newest has all',
  },
  {
    backups: [makeRow({ madeAt: 2_000, notes: 1 }), makeRow()],
    present: {},
    lost: [1_000],
    because: 'a later backup has fewer, and notes never become fewer',
  },
  {
    backups: [makeRow({ madeAt: 2_000, notes: 6 }), makeRow()],
    present: {},
    lost: [],
    because: 'there are only more',
  },
  {
    backups: [makeRow({ madeAt: 2_000, replica: 'new', notes: 1 }), makeRow()],
    present: { replica: 'new' },
    lost: [1_000],
    because: 'that of the former installation is lost, also when the new one has a backup',
  },
  {
    backups: [makeRow({ madeAt: 2_000, replica: 'second', notes: 1, shown: 0 }), makeRow()],
    present: { replica: 'third' },
    lost: [1_000, 2_000],
    because: 'of the lost installations, the later one has nothing left to see',
  },
  {
    backups: [makeRow({ madeAt: 2_000, notes: 6, shown: 0 }), makeRow()],
    present: { isEmpty: true },
    lost: [2_000],
    because: 'the reader has deleted all that the earlier one has',
  },
])('the lost backups are those of $lost where $because', ({ backups, present, lost }) => {
  const found = listLost(backups, {
    replica: 'here',
    isEmpty: false,
    settledAt: {},
    settled: [],
    ...present,
  });
  expect(found.map(({ madeAt }) => madeAt)).toEqual(lost);
});

it('nothing is lost while the database is as it was, also when every note is deleted', async () => {
  await backUp();
  const [note] = await database.notes.toArray();
  await hideNote(note?.id ?? '');
  expect(await findLoss(countWritten)).toBeNull();
});

it('an emptied database is noticed, until its notes are restored', async () => {
  const backup = await backUp();
  await takeStore();
  expect(await findLoss(countWritten)).toEqual({ how: 'emptied', backup, journal: [], written: 0 });
  await restoreBackup(backup);
  expect(await findLoss(countWritten)).toBeNull();
});

it('an emptied database is noticed also after new notes were written and backed up, until the reader goes on without', async () => {
  const backup = await backUp();
  await takeStore();
  await createNote(makeDraft({ body: 'After the loss' }));
  await makeBackup(new Date(2026, 10, 29, 9));
  expect(await findLoss(countWritten)).toEqual({ how: 'emptied', backup, journal: [], written: 0 });
  await settleLoss({ backup, journal: [] });
  expect(await findLoss(countWritten)).toBeNull();
});

describe('two losses', () => {
  /** Two installations, each lost with a note and a backup of its own, and the one that came after them. */
  async function loseTwice() {
    await createNote(makeDraft({ body: 'Of the first' }));
    await makeBackup(new Date(2026, 10, 27, 9));
    await takeStore();
    await createNote(makeDraft({ body: 'Of the second' }));
    await makeBackup(NOW);
    await takeStore();
    await createNote(makeDraft({ body: 'Of the third' }));
  }

  it('are told together, and come back together', async () => {
    await loseTwice();
    const loss = await findLoss(countWritten);
    expect(loss).toMatchObject({ backup: { day: '2026-11-28' }, older: [{ day: '2026-11-27' }] });
    if (loss) await restoreLost(loss);
    const bodies = (await database.notes.toArray()).map(({ body }) => body);
    expect(bodies.sort()).toEqual(['Of the first', 'Of the second', 'Of the third']);
    expect(await findLoss(countWritten)).toBeNull();
  });

  it('are two: a backup that is restored from the list tells of its own only', async () => {
    await loseTwice();
    const [newest] = await listBackups();
    if (newest) await restoreBackup(newest);
    expect(await findLoss(countWritten)).toMatchObject({ backup: { day: '2026-11-27' } });
  });

  it('are still told after a backup of the present installation was restored', async () => {
    await loseTwice();
    const present = await makeBackup(new Date(2026, 10, 29, 9));
    if (present) await restoreBackup(present);
    expect(await findLoss(countWritten)).toMatchObject({
      backup: { day: '2026-11-28' },
      older: [{ day: '2026-11-27' }],
    });
  });

  it('keep a backup each, however many are made after them', async () => {
    await loseTwice();
    for (let day = 1; day <= KEPT + 1; day += 1) await makeBackup(new Date(2026, 11, day, 9));
    const days = (await listBackups()).map(({ day }) => day);
    expect(days).toHaveLength(KEPT + 2);
    expect(days.slice(-2)).toEqual(['2026-11-28', '2026-11-27']);
  });
});

it('what the reader went on without is lost again when the database is lost again', async () => {
  const backup = await backUp();
  await takeStore();
  await settleLoss({ backup, journal: [] });
  await takeStore();
  expect(await findLoss(countWritten)).toEqual({ how: 'emptied', backup, journal: [], written: 0 });
});

it('a database that does not open is told from an emptied one', async () => {
  const backup = await backUp();
  database.close();
  vi.spyOn(database, 'open').mockRejectedValue(new DOMException('refused', 'SecurityError'));
  expect(await findLoss(countWritten)).toEqual({ how: 'closed', backup, journal: [], written: 0 });
});

it('a database of a newer version has lost nothing: its pages say what to do', async () => {
  await backUp();
  database.close();
  vi.spyOn(database, 'open').mockRejectedValue(new AppError('database-newer'));
  await expect(findLoss(countWritten)).rejects.toMatchObject({ code: 'database-newer' });
});
