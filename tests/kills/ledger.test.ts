/** The ledger and the inspection of the kills must be able to find what they look for. */
import { beforeEach, describe, expect, it } from 'vitest';
import { makeBackup } from '@/lib/backups/make-backup';
import { database } from '@/lib/db/database';
import { createNote, editNote } from '@/lib/notes/write-note';
import { makeDraft } from '@/tests/builders';
import { type MemoryFolder, provideFolder } from '@/tests/folder-in-memory';
import { emptyDatabaseBeforeEach } from '@/tests/stored';
import { Ledger } from './ledger';
import { type Found, inspect } from './page';
import { readKey, spell, sumOf, type Wording } from './spell';

const CREATED: Wording = { key: 'n1', act: 1, letters: 30 };
const EDITED: Wording = { key: 'n1', act: 2, letters: 90 };
const find = (wording: Wording, fields: Partial<Found> = {}): Found => {
  const text = spell(wording);
  return {
    id: `note:${wording.key}`,
    key: readKey(text),
    sum: sumOf(text),
    hidden: false,
    versions: 0,
    ...fields,
  };
};

/** A ledger of a note that was created and then edited; these acts were confirmed. */
function makeLedger(...confirmed: number[]): Ledger {
  const ledger = new Ledger();
  ledger.expect({ number: 1, does: 'create', wording: CREATED });
  ledger.expect({ number: 2, does: 'edit', wording: EDITED });
  for (const number of confirmed) ledger.confirm(number);
  return ledger;
}
const NOW = new Set([1, 2]);

describe('the ledger of what was confirmed', () => {
  it.each([
    {
      confirmed: [1, 2],
      found: [find(EDITED)],
      verdict: { confirmed: 1, landed: 0, dropped: 0 },
      because: 'all is there',
    },
    {
      confirmed: [1],
      found: [find(CREATED)],
      verdict: { confirmed: 1, landed: 0, dropped: 1 },
      because: 'the edit was cut',
    },
    {
      confirmed: [1],
      found: [find(EDITED)],
      verdict: { confirmed: 1, landed: 1, dropped: 0 },
      because: 'it had landed',
    },
    {
      confirmed: [],
      found: [],
      verdict: { confirmed: 0, landed: 0, dropped: 2 },
      because: 'nothing was promised',
    },
  ])('has no complaint where $because', ({ confirmed, found, verdict }) => {
    expect(makeLedger(...confirmed).settle(found, NOW)).toEqual({ ...verdict, lost: [], torn: [] });
  });

  it.each([
    { confirmed: [1, 2], found: [find(CREATED)], because: 'a confirmed edit is missing' },
    { confirmed: [1], found: [], because: 'a confirmed note is missing' },
  ])('calls it lost where $because', ({ confirmed, found }) => {
    const { lost, torn } = makeLedger(...confirmed).settle(found, NOW);
    expect([lost.length, torn.length]).toEqual([1, 0]);
  });

  it.each([
    { found: [find(EDITED, { sum: 7 })], because: 'the text is half of one' },
    { found: [find(EDITED, { hidden: true })], because: 'it is hidden, and nobody hid it' },
    { found: [find(EDITED), find(CREATED, { id: 'note:other' })], because: 'the note is there twice' },
    { found: [find(EDITED, { versions: 1 })], because: 'it has another version' },
    { found: [find(EDITED), find({ key: 'n9', act: 9, letters: 5 })], because: 'nobody wrote it' },
  ])('calls it torn where $because', ({ found }) => {
    expect(makeLedger(1, 2).settle(found, NOW).torn).not.toEqual([]);
  });

  it('calls an import torn of which a part is there', () => {
    const ledger = new Ledger();
    const wordings = [0, 1].map((at) => ({ key: `i3-${at}`, act: 3, letters: 20 }));
    ledger.expect({ number: 3, does: 'import', wordings });
    expect(ledger.settle([find(wordings[0] as Wording)], new Set([3])).torn).toEqual(['import 3: 1 of 2']);
  });

  it('names what a restoring has not brought back', () => {
    expect(makeLedger(1).listMissing([])).toEqual(['n1']);
    expect(makeLedger(1).listMissing([find(CREATED)])).toEqual([]);
    expect(makeLedger().listMissing([])).toEqual([]);
    const elsewhere = new Ledger();
    elsewhere.expectElsewhere({ key: 'p5', act: 5, letters: 20 });
    elsewhere.confirmElsewhere();
    expect(elsewhere.listMissing([])).toEqual([]);
  });

  it('misses a note from elsewhere only after a round that was to bring it', () => {
    const ledger = new Ledger();
    ledger.expectElsewhere({ key: 'p5', act: 5, letters: 20 });
    expect(ledger.settle([], new Set()).lost).toEqual([]);
    ledger.confirmElsewhere();
    expect(ledger.settle([], new Set()).lost).toHaveLength(1);
  });
});

describe('the inspection of what is stored', () => {
  emptyDatabaseBeforeEach();
  let folder: MemoryFolder;
  beforeEach(() => {
    folder = provideFolder();
  });

  const tear: { how: string; because: string; work: (id: string) => Promise<unknown> }[] = [
    {
      how: 'the note',
      because: 'is another text',
      work: (id) => database.notes.update(id, { body: 'Torn' }),
    },
    { how: 'the note', because: 'is gone', work: (id) => database.notes.delete(id) },
    { how: 'the heads', because: 'are gone', work: (id) => database.heads.delete(id) },
    { how: 'the changes', because: 'are gone', work: () => database.changes.clear() },
    { how: 'the clock', because: 'is set back', work: () => database.meta.put({ key: 'stamp', value: 1 }) },
    {
      how: 'a backup',
      because: 'is cut',
      work: async () => {
        for (const file of folder.files) file.bytes = file.bytes.slice(0, 40);
      },
    },
  ];

  async function write(): Promise<string> {
    const { id } = await createNote(makeDraft({ body: 'First' }));
    await editNote(id, { body: 'Second' });
    await makeBackup(new Date(2026, 10, 28));
    return id;
  }

  it('has no complaint about what the product wrote', async () => {
    await write();
    expect((await inspect()).torn).toEqual([]);
  });

  it.each(tear)('sees that $how $because', async ({ work }) => {
    await work(await write());
    expect((await inspect()).torn).not.toEqual([]);
  });
});
