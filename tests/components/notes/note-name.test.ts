import { expect, it } from 'vitest';
import { noteName } from '@/components/notes/note-name';
import { makeNote, makeQuote, makeTarget } from '../../builders';

it.each([
  { note: makeNote({ body: ' Two\n lines ' }), name: 'Two lines', because: 'white space is folded' },
  {
    note: makeNote({ body: '', target: makeQuote('a passage') }),
    name: 'a passage',
    because: 'it has no text',
  },
  {
    note: makeNote({ body: '', target: makeTarget({ title: 'A page' }) }),
    name: 'A page',
    because: 'only its page is left',
  },
  { note: makeNote({ body: '', target: null }), name: '', because: 'nothing is left' },
  { note: makeNote({ body: 'x'.repeat(60) }), name: `${'x'.repeat(48)}…`, because: 'a name is short' },
  {
    note: makeNote({ body: '👩‍🔬'.repeat(60) }),
    name: `${'👩‍🔬'.repeat(38)}…`,
    because: 'no letter is cut in two',
  },
])('is $name: $because', ({ note, name }) => {
  expect(noteName(note)).toBe(name);
});
