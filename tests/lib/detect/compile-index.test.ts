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
  expect(views.stateOutput.length).toBeLessThan(views.stateFallback.length);
  expect(foundIn('a chip and a tool')).toEqual([]);
});
