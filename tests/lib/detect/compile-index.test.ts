import { expect, test } from 'vitest';
import { compileIndex } from '@/lib/detect/compile-index';
import { IS_LAST } from '@/lib/detect/layout';
import { loadWhole } from '@/lib/detect/load-whole';
import { makeTopic } from './make-topic';

// "chip ban" ends two topics; "chip curbs" and "tool curbs" end the same one behind other words.
const compiled = compileIndex([
  makeTopic('rules', { terms: ['chip ban', 'chip curbs', 'chip curbs act', 'tool curbs'] }),
  makeTopic('bans', { terms: ['chip ban'] }),
]);
const { views, reader } = loadWhole(compiled);
const foundIn = (text: string) => reader.read(text).map(([start, end]) => text.slice(start, end));

test('what ends at several states stands once, and its last is marked', () => {
  expect([...views.outputs].map((output) => (output & IS_LAST) > 0)).toEqual([true, false, true]);
  expect(foundIn('tool curbs')).toEqual(['tool curbs']);
  expect(foundIn('chip ban')).toEqual(['chip ban', 'chip ban']);
  expect(foundIn('the chip curbs act')).toEqual(['chip curbs', 'chip curbs act']);
});

test('only states where something ends have a place for it', () => {
  // The start and three ends: "chip" and "tool" alone are nothing.
  expect(views.stateOutput.length).toBe(4);
  expect(views.stateEdge.length - 1).toBe(6);
  expect(foundIn('a chip and a tool')).toEqual([]);
});

test('words that lead on together are stored once, however many terms they stand in', () => {
  const curbs = ['curbs', 'limits', 'bans', 'rules'];
  const gap = { words: 2, but: ['no'] };
  const { views, reader } = loadWhole(
    compileIndex([
      makeTopic('exports', { families: [{ lang: 'en', slots: [['export'], gap, curbs] }] }),
      makeTopic('imports', { families: [{ lang: 'en', slots: [['import'], gap, curbs] }] }),
      makeTopic('export-law', { terms: ['export limits law', 'import bans'] }),
    ]),
  );
  expect(views.memberStart.length - 1).toBeGreaterThan(0);
  const found = (text: string) => reader.read(text).map(([start, end]) => text.slice(start, end));
  expect(found('export curbs')).toEqual(['export curbs']);
  expect(found('import some new rules')).toEqual(['import some new rules']);
  expect(found('export no rules')).toEqual([]);
  expect(found('export unknown limits law')).toEqual(['export unknown limits']);
  expect(found('export limits law')).toEqual(['export limits', 'export limits law']);
  expect(found('import bans')).toEqual(['import bans', 'import bans']);
});
