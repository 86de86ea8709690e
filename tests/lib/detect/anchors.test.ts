import { expect, test } from 'vitest';
import { compileIndex } from '@/lib/detect/compile-index';
import { loadWhole } from '@/lib/detect/load-whole';
import { readShippedTopics } from '@/scripts/packs/read-shipped';
import { readSnippets } from './labelled-snippets';
import { makeTopic } from './make-topic';

const { hasAnchor } = loadWhole(
  compileIndex([
    makeTopic('list', { terms: ['Zylinder List', 'of the Quark'] }),
    makeTopic('war', { terms: ['科技战'] }),
  ]),
).reader;

test.each([
  { because: 'a term stands here', text: 'on the Zylinder List', is: true },
  { because: 'what begins a term does not go on as it', text: 'a Zylinder of hats', is: false },
  { because: 'behind an inner word anything may have stood before', text: 'a Quark', is: true },
  { because: 'common words alone are no reason to read', text: 'of the people on a list', is: false },
  { because: 'ideographs by the pair', text: '一场科技战争', is: true },
  { because: 'one ideograph of a pair', text: '科学的技术', is: false },
])('a block is read again or not: $because', ({ text, is }) => {
  expect(hasAnchor(text)).toBe(is);
});

test('where anything of the shipped packs stands, its anchor is seen', async () => {
  const { reader } = loadWhole(compileIndex(readShippedTopics()));
  const unseen = readSnippets()
    .flatMap(({ text }) => text.split('\n'))
    .filter((line) => reader.read(line).length > 0 && !reader.hasAnchor(line));
  expect(unseen).toEqual([]);
}, 30_000);

test('no word of no term is taken for what stands inside one, be there ever so many', () => {
  const { reader } = loadWhole(compileIndex(readShippedTopics()));
  const names = Array.from({ length: 300_000 }, (_, number) => `zq${(number * 7919).toString(36)}`);
  expect(names.filter((name) => reader.hasAnchor(name))).toEqual([]);
}, 30_000);
