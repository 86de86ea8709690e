import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '@/lib/model/note';
import {
  applyChange,
  EMPTY_STATE,
  isHidden,
  isLive,
  MOST_IDS,
  mergeStates,
  type NoteState,
  splitLineage,
  toReplaced,
} from '@/lib/sync/merge';
import { makeChange, testId } from '@/tests/builders';

const changeIds = fc.integer({ min: 1, max: 12 }).map((number) => testId('c', number));
const fieldNames = fc.constantFrom('target', 'event', 'tag:memory', 'topic:huawei', '__proto__');

const EVENTS = [
  { date: '2025', text: 'licensed' },
  { date: '2025-10', text: 'licensed' },
];

/** Changes of three writers; one id always means one change, as random ids do. */
const changeSets: fc.Arbitrary<Change[]> = fc
  .uniqueArray(
    fc.record(
      {
        i: changeIds,
        t: fc.integer({ min: 0, max: 4 }),
        f: fc.dictionary(
          fieldNames,
          fc.oneof(fc.boolean(), fc.integer({ min: 0, max: 3 }), fc.constantFrom(...EVENTS)),
          { maxKeys: 3 },
        ),
        x: fc.constantFrom('', 'one', 'two', 'three'),
        p: fc.uniqueArray(changeIds, { maxLength: 3 }),
        del: fc.boolean(),
        seen: fc.uniqueArray(changeIds, { maxLength: 3 }),
      },
      { requiredKeys: ['i', 't'] },
    ),
    { selector: (change) => change.i, maxLength: 8 },
  )
  .map((changes) => changes.map((change) => makeChange(change as Partial<Change>)));

function applyAll(changes: Change[], from: NoteState = EMPTY_STATE): NoteState {
  return changes.reduce(applyChange, from);
}

describe('applyChange, as a law', () => {
  it('commutes: any order of the same changes gives the same state', () => {
    const pairs = changeSets.chain((changes) =>
      fc.tuple(fc.constant(changes), fc.shuffledSubarray(changes, { minLength: changes.length })),
    );
    fc.assert(
      fc.property(pairs, ([changes, shuffled]) => {
        expect(JSON.stringify(applyAll(shuffled))).toBe(JSON.stringify(applyAll(changes)));
      }),
      { numRuns: 2_000 },
    );
  });

  it('associates: states merged in any grouping are the state of all their changes', () => {
    fc.assert(
      fc.property(changeSets, fc.nat(8), fc.nat(8), (changes, a, b) => {
        const cuts = [Math.min(a, b), Math.max(a, b)];
        const [x, y, z] = [
          changes.slice(0, cuts[0]),
          changes.slice(cuts[0], cuts[1]),
          changes.slice(cuts[1]),
        ].map((part) => applyAll(part)) as [NoteState, NoteState, NoteState];
        const whole = applyAll(changes);
        expect(mergeStates(mergeStates(x, y), z)).toEqual(whole);
        expect(mergeStates(x, mergeStates(y, z))).toEqual(whole);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is idempotent: a change known already changes nothing', () => {
    fc.assert(
      fc.property(changeSets, (changes) => {
        const state = applyAll(changes);
        expect(applyAll(changes, state)).toEqual(state);
        expect(mergeStates(state, state)).toEqual(state);
      }),
      { numRuns: 2_000 },
    );
  });

  it('loses no text: each is a head, or named as replaced by another', () => {
    fc.assert(
      fc.property(changeSets, (changes) => {
        const state = applyAll(changes);
        const replaced = new Set(changes.flatMap((change) => change.p ?? []));
        for (const change of changes) {
          if (change.x === undefined || replaced.has(change.i)) continue;
          expect(state.heads.map((head) => head.text)).toContain(change.x);
        }
      }),
    );
  });

  it('leaves its arguments as they were', () => {
    const state = applyAll([makeChange({ x: 'one', f: { a: 1 } })]);
    const before = structuredClone(state);
    applyChange(state, makeChange({ i: testId('c', 2), t: 9, x: 'two', p: [testId('c', 1)], f: { a: 2 } }));
    expect(state).toEqual(before);
  });

  it('rests on its live changes alone: the others can be dropped', () => {
    fc.assert(
      fc.property(changeSets, (changes) => {
        const state = applyAll(changes);
        const again = applyAll(changes.filter((change) => isLive(state, change)));
        expect(again.fields).toEqual(state.fields);
        expect(again.hidden).toEqual(state.hidden);
        expect(state.heads.every((head) => again.heads.some((other) => other.i === head.i))).toBe(true);
      }),
    );
  });
});

describe('fields', () => {
  it.each([
    {
      because: 'the later stamp wins',
      changes: [makeChange({ f: { a: 1 } }), makeChange({ i: testId('c', 2), t: 2, f: { a: 2 } })],
      fields: { a: 2 },
    },
    {
      because: 'of equal stamps the greater id wins, everywhere the same',
      changes: [
        makeChange({ i: testId('d', 1), f: { a: 1 } }),
        makeChange({ i: testId('c', 2), f: { a: 2 } }),
      ],
      fields: { a: 1 },
    },
    {
      because: 'each field is on its own, so two added tags never collide',
      changes: [
        makeChange({ f: { 'tag:a': true } }),
        makeChange({ i: testId('c', 2), t: 2, f: { 'tag:b': true } }),
      ],
      fields: { 'tag:a': true, 'tag:b': true },
    },
  ])('$because', ({ changes, fields }) => {
    const state = applyAll(changes);
    expect(
      Object.fromEntries(Object.entries(state.fields).map(([name, { value }]) => [name, value])),
    ).toEqual(fields);
  });
});

describe('text', () => {
  const first = makeChange({ x: 'first', b: '', p: [] });
  const mine = makeChange({ i: testId('c', 2), t: 2, x: 'mine', b: 'first', p: [first.i] });
  const theirs = makeChange({ i: testId('c', 3), t: 3, x: 'theirs', b: 'first', p: [first.i] });
  const both = makeChange({ i: testId('c', 4), t: 4, x: 'both', b: 'mine', p: [theirs.i, mine.i, first.i] });
  const textsOf = (changes: Change[]) => applyAll(changes).heads.map((head) => head.text);

  it.each([
    { changes: [first], texts: ['first'], because: 'a first text is a head' },
    { changes: [first, mine], texts: ['mine'], because: 'an edit replaces what it began from' },
    {
      changes: [mine, theirs, first],
      texts: ['mine', 'theirs'],
      because: 'two edits that did not meet both stay',
    },
    { changes: [both, mine, theirs], texts: ['both'], because: 'a text saved over both replaces both' },
    { changes: [both, first], texts: ['both'], because: 'a late ancestor stays replaced' },
  ])('$because', ({ changes, texts }) => {
    expect(textsOf(changes)).toEqual(texts);
  });

  it('names what it replaces, newest first, and splits off what one change cannot carry', () => {
    const heads = [
      { i: 'a', t: 1, text: '', base: '', p: Array.from({ length: 70 }, (_, index) => `old-${index}`) },
      { i: 'b', t: 2, text: '', base: '', p: ['old-0'] },
    ];
    const { own, lineage } = splitLineage(toReplaced(heads));
    expect(own).toHaveLength(16);
    expect([own, ...lineage].flat()).toEqual(toReplaced(heads));
    expect(lineage.every((ids) => ids.length <= MOST_IDS)).toBe(true);
    expect(toReplaced(heads).slice(0, 3)).toEqual(['b', 'a', 'old-0']);
    expect(toReplaced(heads, ['b']).slice(0, 2)).toEqual(['a', 'old-0']);
  });
});

describe('hiding', () => {
  const created = makeChange({ x: 'first', b: '', p: [] });
  const hiding = makeChange({ i: testId('c', 2), t: 2, del: true, seen: [created.i] });
  const edit = makeChange({ i: testId('c', 3), t: 1, x: 'edited elsewhere', b: 'first', p: [created.i] });
  const tag = makeChange({ i: testId('c', 4), t: 9, f: { 'tag:late': true } });
  const showing = makeChange({ i: testId('c', 5), t: 5, del: false, seen: [] });

  it.each([
    { changes: [created, hiding], hidden: true, because: 'the hiding saw all there is' },
    {
      changes: [created, hiding, edit],
      hidden: false,
      because: 'a concurrent edit resurrects a deleted note',
    },
    { changes: [edit, hiding, created], hidden: false, because: '… in whatever order they arrive' },
    { changes: [created, hiding, tag], hidden: true, because: 'a scalar does not, even when it is later' },
    { changes: [created, hiding, showing], hidden: false, because: 'showing again is later' },
    { changes: [created, { ...hiding, t: 9 }, showing], hidden: true, because: 'the later of the two wins' },
    { changes: [created], hidden: false, because: 'nobody hid it' },
    { changes: [hiding], hidden: true, because: 'the text has not arrived yet' },
  ])('is $hidden when $because', ({ changes, hidden }) => {
    expect(isHidden(applyAll(changes))).toBe(hidden);
  });
});

describe('isLive', () => {
  it('keeps what this version does not understand', () => {
    const state = applyAll([makeChange({ x: 'one' })]);
    expect(isLive(state, makeChange({ i: testId('c', 7), colour: 'red' }))).toBe(true);
    expect(isLive(state, makeChange({ i: testId('c', 8) }))).toBe(true);
    expect(isLive(state, makeChange({ i: testId('c', 9), del: true }))).toBe(false);
  });
});
