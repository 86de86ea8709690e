import { expect, it } from 'vitest';
import { listNotes } from '@/lib/db/notes';
import { applyChanges } from '@/lib/notes/apply-changes';
import { hideNote } from '@/lib/notes/write-note';
import { makeChange, testId } from '@/tests/builders';
import { emptyDatabaseBeforeEach } from '@/tests/stored';

emptyDatabaseBeforeEach();

it('all notes that are not hidden are listed newest first, those of one moment by id', async () => {
  const COUNT = 600;
  // Neither in the order of their ids nor in the opposite one, and each moment twice.
  const moments = Array.from({ length: COUNT }, (_, at) => 1 + ((at * 7) % (COUNT / 2)));
  await applyChanges(
    moments.map((moment, at) =>
      makeChange({
        i: testId('c', at),
        e: `note:${testId('n', at)}`,
        t: moment * 1_024,
        x: 'Note',
        b: '',
        p: [],
      }),
    ),
  );
  await hideNote(`note:${testId('n', 3)}`);
  const listed = (await listNotes()).map(({ id, modifiedAt }) => ({ id, modifiedAt }));
  const sorted = listed.toSorted((a, b) => b.modifiedAt - a.modifiedAt || (a.id < b.id ? -1 : 1));
  expect(listed).toHaveLength(COUNT - 1);
  expect(new Set(listed.map(({ modifiedAt }) => modifiedAt)).size).toBe(COUNT / 2);
  expect(listed).toEqual(sorted);
});
