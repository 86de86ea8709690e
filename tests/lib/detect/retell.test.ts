import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileIndex } from '@/lib/detect/compile-index';
import { loadIndex, type TermIndex } from '@/lib/detect/load-index';
import { loadWhole } from '@/lib/detect/load-whole';
import type { BlockMentions } from '@/lib/detect/mention';
import { createScan } from '@/lib/detect/scan';
import { readShippedTopics } from '@/scripts/packs/read-shipped';

const compiled = compileIndex(readShippedTopics());
const index = loadWhole(compiled);

const PIECES = [
  ...['Huawei', 'Nvidia', 'Ascend', '950', 'H20', 'CUDA', 'SMIC', 'export controls', 'chips', 'entity list'],
  ...[
    'US',
    'us',
    'U.S.',
    'Washington',
    'Beijing',
    'China',
    'Chinese',
    'Dutch',
    'Commerce Department',
    'ASML',
  ],
  ...[
    'imposed by the',
    'tightened',
    'sought',
    'promised',
    'an exemption from',
    'US export controls',
    'multilateral',
    'all countries’',
    'while',
    'rare earths',
  ],
  ...['the', 'it', 'said', 'A', '910', '301', 'x', '華為', '出口管制', '~/', 'https://', '@'],
  ...[
    ' ',
    ' ',
    ' ',
    ' ',
    ' ',
    ', ',
    '. ',
    '. ',
    '; ',
    ' (',
    ') ',
    '! ',
    '? ',
    ': ',
    '-',
    '/',
    '"',
    '’s ',
    '。',
  ],
  ...['.', '\u00ad', '\u0301', '\u00bd', '\ufb01', '\n', ',', '(', ')'],
];
const pieces = (maxLength: number) =>
  fc.array(fc.constantFrom(...PIECES), { maxLength }).map((some) => some.join(''));
const edit = fc.record({
  before: pieces(30),
  was: pieces(4),
  now: pieces(4),
  after: fc.oneof({ weight: 4, arbitrary: fc.constant('') }, { weight: 1, arbitrary: pieces(4) }),
  page: pieces(12),
});

/** The mentions of the second block, with what each opens. */
const told = (settled: BlockMentions[]) =>
  settled.filter(({ block }) => block === 1).flatMap(({ mentions }) => mentions.map((one) => ({ ...one })));

describe('a block whose text is exchanged', () => {
  it('has the mentions that a fresh scan of the page finds, whenever it need not be read anew', () => {
    let kept = 0;
    let withMentions = 0;
    fc.assert(
      fc.property(edit, ({ before, was, now, after, page }) => {
        const scan = createScan(index);
        scan.add(page);
        scan.add(before + was + after);
        const mentions = scan.settle().find(({ block }) => block === 1)?.mentions ?? [];
        if (!scan.retell(1, before + was + after, before + now + after)) return;
        kept++;
        const fresh = createScan(index);
        fresh.add(page);
        fresh.add(before + now + after);
        const found = told(fresh.settle());
        if (found.length) withMentions++;
        expect(mentions.map((one) => ({ ...one }))).toEqual(found);
        expect(told(scan.settle())).toEqual([]);
      }),
      { numRuns: 10_000 },
    );
    // Else nothing was tried.
    expect(kept).toBeGreaterThan(1_000);
    expect(withMentions).toBeGreaterThan(100);
  });

  it.each([
    { text: 'Huawei said.', more: ' (17)', isKept: true, because: 'a clause has ended' },
    { text: 'Huawei (a)', more: ', 17', isKept: true, because: 'no term reaches across a comma' },
    { text: 'Huawei', more: ' rises', isKept: false, because: 'the last word may go on' },
    {
      text: 'Huawei, of a U.',
      more: ' S',
      isKept: false,
      because: 'what stands behind an initial may go on',
    },
    { text: 'Huawei.', more: ' Nvidia', isKept: false, because: 'a term came' },
    { text: 'Huawei. Nvidia', more: '-free', isKept: false, because: 'a term stood there' },
    { text: 'Huawei.', more: ' Washington', isKept: false, because: 'a cue came' },
    { text: 'Huawei.', more: ' \ufb01', isKept: false, because: 'all must now be composed' },
    {
      text: 'Huawei\u00bd, ',
      more: '\u0301',
      isKept: false,
      because: 'what is composed moves what stood before it',
    },
  ])('is kept: $isKept, since $because', ({ text, more, isKept }) => {
    const scan = createScan(index);
    scan.add('US export controls');
    scan.settle();
    const block = scan.add(text);
    scan.settle();
    expect(scan.retell(block, text, text + more)).toBe(isKept);
  });

  it('opens what its new text says', () => {
    const text = 'Washington has an exemption from export controls';
    const scan = createScan(index);
    scan.add(text);
    const [mention] = scan.settle()[0]?.mentions ?? [];
    expect(mention?.opens).toBe('us-chip-export-controls');
    expect(scan.retell(0, text, `${text}, sought`)).toBe(true);
    expect(mention?.opens).toBe('export-controls');
    // Read anew, it is told by what was read.
    scan.retell(0, `${text}, sought`, text);
    scan.add(`${text} on gallium, sought`, undefined, 0);
    expect(scan.settle()[0]?.mentions[0]?.opens).toBe('export-controls');
  });

  it('tells other blocks what the page agrees on', () => {
    const text = 'Washington has an exemption from export controls';
    const scan = createScan(index);
    for (const one of [text, 'The export controls stay']) scan.add(one);
    const second = scan.settle()[1]?.mentions[0];
    expect(second?.opens).toBe('us-chip-export-controls');
    expect(scan.retell(0, text, `${text}, sought`)).toBe(true);
    expect(second?.opens).toBe('export-controls');
    expect(scan.retell(0, `${text}, sought`, text)).toBe(true);
    expect(second?.opens).toBe('us-chip-export-controls');
  });

  it('is read anew as long as nobody has asked for the cues, which are not fetched for it', () => {
    const bare = loadIndex(compiled.bytes) as TermIndex;
    const scan = createScan(bare);
    scan.add('Huawei.');
    expect(scan.retell(0, 'Huawei.', 'Huawei. (1)')).toBe(false);
    expect(bare.wanted).toEqual([]);
  });
});
