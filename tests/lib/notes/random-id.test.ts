import { expect, it } from 'vitest';
import { isNoteId } from '@/lib/model/note';
import { randomId } from '@/lib/notes/random-id';

it('gives 96 bits as 16 characters that an address may hold, never the same twice', () => {
  const ids = Array.from({ length: 1_000 }, randomId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(isNoteId(`note:${id}`)).toBe(true);
});
