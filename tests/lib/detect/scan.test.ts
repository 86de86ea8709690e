import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileIndex } from '@/lib/detect/compile-index';
import { findMentions } from '@/lib/detect/find-mentions';
import { loadWhole } from '@/lib/detect/load-whole';
import type { BlockMentions, Mention } from '@/lib/detect/mention';
import { JUDGE_REGIMES } from '@/lib/detect/regimes/judge-regimes';
import { createScan } from '@/lib/detect/scan';
import { makeTopic } from './make-topic';

const index = loadWhole(
  compileIndex([
    makeTopic('huawei', { terms: ['Huawei', '华为', '华为昇腾'] }),
    makeTopic('ascend', { terms: ['Ascend 910C', { text: 'Ascend', withTopic: ['huawei'] }, '昇腾'] }),
    makeTopic('card', { terms: [{ text: 'card', onPage: ['Ascend'] }] }),
    makeTopic('rules', {
      terms: ['export controls'],
      families: [{ lang: 'en', slots: [['curbs'], { words: 3 }, ['exports']] }],
      regimes: [
        { id: 'us', topic: 'us-rules', name: 'US', imposers: ['US'], goods: ['chips'] },
        { id: 'cn', name: 'China', imposers: ['MOFCOM'], goods: ['gallium'] },
      ],
    }),
    makeTopic('us-rules', { group: 'rules' }),
  ]),
);

const word = fc.constantFrom(
  ...[
    'Huawei',
    'Ascend',
    '910C',
    'card',
    'export',
    'controls',
    'curbs',
    'on',
    'exports',
    'US',
    'MOFCOM',
    'chips',
    'gallium',
  ],
  ...[
    '华为',
    '昇腾',
    '华',
    'the',
    'é',
    'e\u0301',
    '\u00ad',
    '.',
    ',',
    '-',
    '’s',
    '\u00a0',
    '/',
    '@',
    'a.com',
  ],
);
const block = fc
  .array(fc.tuple(word, fc.constantFrom('', ' ', '\n')), { maxLength: 12 })
  .map((parts) => parts.flat().join(''));
const page = fc.array(block, { maxLength: 6 });

/** What a reader holds after a number of answers: the last one for each block. */
function merge(answers: BlockMentions[]): Map<number, string> {
  const held = new Map<number, string>();
  for (const { block: number, mentions } of answers) {
    if (mentions.length > 0) held.set(number, JSON.stringify(mentions));
    else held.delete(number);
  }
  return held;
}

describe('laws', () => {
  test('mentions are sorted, never overlap, and lie in the text', () => {
    fc.assert(
      fc.property(page, (blocks) => {
        const text = blocks.join('\n\n');
        let last = 0;
        for (const { start, end } of findMentions(index, text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test('a page read in slices ends with the same mentions as a page read at once', () => {
    fc.assert(
      fc.property(page, fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), (blocks, pauses) => {
        const whole = createScan(index);
        for (const text of blocks) whole.add(text);
        const sliced = createScan(index);
        const answers = blocks.flatMap((text, number) => {
          sliced.add(text);
          return pauses[number] ? sliced.settle() : [];
        });
        expect(merge([...answers, ...sliced.settle()])).toEqual(merge(whole.settle()));
      }),
    );
  });

  test('any text is read without harm', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        findMentions(index, text);
      }),
    );
  });
});

describe('a page that changes', () => {
  const topicsOf = (answers: BlockMentions[]) =>
    answers.map(({ block: number, mentions }) => [number, mentions.map(({ opens }) => opens)]);

  test('a block that never had a match is never answered', () => {
    const scan = createScan(index);
    scan.add('Nothing here, US.');
    scan.add('Huawei');
    expect(topicsOf(scan.settle())).toEqual([[1, ['huawei']]]);
    expect(scan.settle()).toEqual([]);
  });

  test('a later block brings what an earlier one waited for', () => {
    const scan = createScan(index);
    scan.add('An Ascend card.');
    expect(topicsOf(scan.settle())).toEqual([[0, ['card']]]);
    scan.add('Huawei');
    expect(topicsOf(scan.settle())).toEqual([
      [0, ['ascend', 'card']],
      [1, ['huawei']],
    ]);
  });

  test('the page decides a regime where its block cannot, and stays neutral once two have imposed before it', () => {
    const scan = createScan(index);
    const american = scan.add('US export controls');
    const other = scan.add('MOFCOM');
    scan.add('The export controls');
    const open = scan.settle()[1]?.mentions[0] as Mention;
    expect(open.opens).toBe('us-rules');
    scan.add('MOFCOM export controls');
    scan.settle();
    expect(open.opens).toBe('us-rules');
    scan.add('MOFCOM export controls', undefined, other);
    scan.settle();
    // Where it stands is told by the page.
    expect(open.opens).toBe('us-rules');
    scan.reorder([0, 1, 2, 3].map((id) => ({ id })));
    expect(open.opens).toBe('rules');
    scan.remove(other);
    expect(open.opens).toBe('us-rules');
    scan.remove(american);
    expect(open.opens).toBe('rules');
    expect(topicsOf(scan.settle())).toEqual([]);
  });

  test('what a mention opens is told when it is asked, not when it is found', () => {
    const asked: string[] = [];
    const scan = createScan({
      ...index,
      judgeRegimes: () => ({
        ...JUDGE_REGIMES,
        createOpening: (...given) => {
          const opening = JUDGE_REGIMES.createOpening(...given);
          return (place) => {
            const opens = opening(place);
            return opens && (() => asked.push(given[1]) && opens());
          };
        },
      }),
    });
    scan.add('US export controls');
    const [found] = scan.settle();
    expect(asked).toEqual([]);
    expect(found?.mentions[0]?.opens).toBe('us-rules');
    expect(asked).toEqual(['US export controls']);
  });

  test('a changed block is answered anew, also when nothing is left in it', () => {
    const scan = createScan(index);
    const number = scan.add('Huawei');
    scan.settle();
    scan.add('Nothing.', undefined, number);
    expect(topicsOf(scan.settle())).toEqual([[0, []]]);
  });

  test('what counts of a text is asked for only where a term may stand, and only that is judged', () => {
    const scan = createScan(index);
    const asked: string[] = [];
    const heed = (left: string) => () => {
      asked.push(left);
      return left;
    };
    scan.add('Nothing here.', heed('nothing'));
    scan.add('Huawei, hidden.', heed(', hidden.'));
    scan.add('Old Huawei', heed('Huawei'));
    expect(asked).toEqual([', hidden.', 'Huawei']);
    expect(scan.settle()).toMatchObject([{ block: 2, mentions: [{ start: 0, end: 6, opens: 'huawei' }] }]);
  });

  test('a removed block is not answered', () => {
    const scan = createScan(index);
    scan.remove(scan.add('Huawei'));
    expect(scan.settle()).toEqual([]);
  });
});
