import { describe, expect, it, vi } from 'vitest';
import { database } from '@/lib/db/database';
import { importFile, importNotes } from '@/lib/exchange/import-notes';
import { NOTE_LIMITS } from '@/lib/model/note-limits';
import { createNote } from '@/lib/notes/write-note';
import { makeChange, makeDraft, testId } from '@/tests/builders';
import { emptyDatabaseBeforeEach } from '@/tests/stored';
import { exportText } from '@/tests/written-out';

emptyDatabaseBeforeEach();

const good = makeChange({ i: testId('g', 1), x: 'good', b: '', p: [] });

function fileOf(changes: unknown[], fields: object = {}): string {
  const file = {
    format: 'sidelight-notes',
    v: 1,
    exportedAt: '2026-01-02T03:04:05.000Z',
    replica: '00',
    changes,
  };
  return JSON.stringify({ ...file, ...fields });
}

describe('importNotes', () => {
  it.each([
    { text: '', detail: /^line 1: the file is empty$/, because: 'the file is empty' },
    {
      text: 'PK\u0003\u0004',
      detail: /^line 1: not a table of notes that Sidelight knows/,
      because: 'it is another kind of file',
    },
    { text: fileOf([good]).slice(0, -20), detail: /^\(root\): not JSON/, because: 'it is cut off' },
    { text: '[]', detail: /^\(root\): /, because: 'it is a list' },
    {
      text: '{}',
      detail: /^\(root\): not a file of notes that Sidelight knows$/,
      because: 'it is some other JSON',
    },
    {
      text: '{"format":"other"}',
      detail: /^format: not a file of Sidelight notes$/,
      because: 'it is no backup',
    },
    { text: fileOf([], { v: 'one' }), detail: /^v: /, because: 'its version is no number' },
    { text: fileOf([], { changes: {} }), detail: /^changes: /, because: 'its changes are no list' },
    { text: fileOf([], { exportedAt: 'today' }), detail: /^exportedAt: /, because: 'its time is no time' },
    {
      text: fileOf([good, { ...good, i: '1' }]),
      detail: /^changes\[1\]\.i: /,
      because: 'a change has no proper id',
    },
    {
      text: fileOf([good, { ...good, t: -1 }]),
      detail: /^changes\[1\]\.t: /,
      because: 'a stamp is before all time',
    },
    {
      text: fileOf([good, { ...good, t: 2 ** 60 }]),
      detail: /^changes\[1\]\.t: /,
      because: 'a stamp is no safe number',
    },
    {
      text: fileOf([good, { ...good, x: 'x'.repeat(NOTE_LIMITS.body + 1) }]),
      detail: /^changes\[1\]\.x: /,
      because: 'a text is too long',
    },
    {
      text: fileOf([good, { ...good, p: ['x'] }]),
      detail: /^changes\[1\]\.p\[0\]: /,
      because: 'it replaces no proper id',
    },
    {
      text: '['.repeat(1_000_000),
      detail: /^\(root\): nested deeper than 32 levels$/,
      because: 'it is a bomb',
    },
  ])('refuses the file whole when $because', async ({ text, detail }) => {
    await createNote(makeDraft());
    const before = await database.changes.toArray();
    await expect(importNotes(text)).rejects.toMatchObject({
      code: 'import-invalid',
      detail: expect.stringMatching(detail),
    });
    expect(await database.changes.toArray()).toEqual(before);
  });

  it.each([
    { text: fileOf([good]), detail: '(root): larger than 0.0001 MB' },
    { text: `Note,Address,Note ID\n${'ä'.repeat(50)}`, detail: 'line 1: larger than 0.0001 MB' },
  ])('refuses a file that is too large: $detail', async ({ text, detail }) => {
    await expect(importNotes(text, undefined, 100)).rejects.toMatchObject({ code: 'import-invalid', detail });
  });

  it('does not read a file that is too large', async () => {
    const file = new Blob([fileOf([good])]);
    const text = vi.spyOn(file, 'text');
    await expect(importFile(file, undefined, file.size - 1)).rejects.toMatchObject({
      code: 'import-invalid',
    });
    expect(text).not.toHaveBeenCalled();
    expect(await importFile(file, undefined, file.size)).toMatchObject({ added: 1 });
  });

  it('says that a file is newer than it can read', async () => {
    await expect(importNotes(fileOf([], { v: 2, changes: 'zipped' }))).rejects.toMatchObject({
      code: 'import-newer',
      detail: '2',
    });
  });

  it('writes nothing when the disk is full', async () => {
    const fail = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    database.changes.hook('creating', fail);
    await expect(importNotes(fileOf([good]))).rejects.toMatchObject({ code: 'database-full' });
    database.changes.hook('creating').unsubscribe(fail);
    expect(await database.notes.count()).toBe(0);
  });

  it('carries what a newer version wrote to the next profile', async () => {
    const strange = { ...good, colour: { rgb: [1, 2] } };
    await importNotes(fileOf([strange], { compressed: false }));
    expect(JSON.parse(await exportText()).changes).toEqual([strange]);
  });

  it('counts a change that is in the file twice once', async () => {
    expect(await importNotes(fileOf([good, good]))).toEqual({ added: 1, updated: 0, known: 0, conflicts: 0 });
    expect(await database.changes.count()).toBe(1);
  });
});
