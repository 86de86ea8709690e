// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { HeldBlock } from '@/lib/reader/held-blocks';
import { readMentions, sentenceOf } from '@/lib/reader/page-mentions';

const spanOf = (text: string, words: string) => {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
};

describe('the sentence of a mention', () => {
  it.each([
    {
      text: 'It rained. Huawei showed a chip.  Then it left.',
      sentence: { before: '', name: 'Huawei', after: ' showed a chip.' },
      because: 'it ends at its full stop',
    },
    {
      text: 'The U.S. said that\n  Huawei may “buy”! Or not.',
      sentence: { before: 'The U.S. said that ', name: 'Huawei', after: ' may “buy”!' },
      because: 'initials end nothing, and lines are one',
    },
    {
      text: '他说华为很快。Huawei会赢。',
      sentence: { before: '', name: 'Huawei', after: '会赢。' },
      because: 'Chinese sets no spaces',
    },
  ])('of "$text": $because', ({ text, sentence }) => {
    expect(sentenceOf(text, spanOf(text, 'Huawei'))).toEqual(sentence);
  });

  it('is shortened between words on both sides', () => {
    const text = `${'before '.repeat(40)}Huawei${' after'.repeat(40)}.`;
    const { before, after } = sentenceOf(text, spanOf(text, 'Huawei'));
    expect(before).toMatch(/^…(before )+$/);
    expect(after).toMatch(/^( after)+…$/);
    expect(before.length + after.length).toBeLessThan(290);
  });
});

describe('the topics of a page', () => {
  function pageOf(lines: { text: string; words: string; topic: string; top: number }[]) {
    document.body.replaceChildren();
    const tops = new Map<Node, number>();
    const spots = lines.map(({ text, words, topic, top }, id) => {
      const line = document.createElement('p');
      line.textContent = text;
      document.body.append(line);
      const node = line.firstChild as Text;
      const rect = { top, bottom: top + 20, width: 40 } as DOMRect;
      line.getBoundingClientRect = () => rect;
      line.checkVisibility = () => true;
      tops.set(node, top);
      const block = { text, nodes: [node], starts: [0], end: 0, isNode: true };
      const mention = { ...spanOf(text, words), topic, opens: topic, group: topic };
      return {
        held: { id, block, found: [mention], mentions: [mention], painted: [], marks: [] } as HeldBlock,
        mention,
      };
    });
    Range.prototype.getClientRects = function () {
      const top = tops.get(this.startContainer) ?? 0;
      return [{ top, bottom: top + 20, width: 40 }] as unknown as DOMRectList;
    };
    return { heldBlocks: () => spots.map(({ held }) => held), paintedIn: () => [] };
  }

  it('come in reading order with their first sentence, counted, the one at the reading line in view', async () => {
    const scan = pageOf([
      { text: 'Nvidia sells.', words: 'Nvidia', topic: 'nvidia', top: -50 },
      { text: 'Huawei builds.', words: 'Huawei', topic: 'huawei', top: 20 },
      { text: 'Again Nvidia.', words: 'Nvidia', topic: 'nvidia', top: 300 },
      { text: 'CUDA runs.', words: 'CUDA', topic: 'cuda', top: 5_000 },
    ]);
    const { topics, inView } = await readMentions(document, () => scan, false);
    expect(topics.map(({ topic, count, sentence }) => [topic, count, sentence.after])).toEqual([
      ['nvidia', 2, ' sells.'],
      ['huawei', 1, ' builds.'],
      ['cuda', 1, ' runs.'],
    ]);
    expect(inView).toBe('nvidia');
  });

  it('has nothing in view where no mention is on the screen', async () => {
    const scan = pageOf([{ text: 'CUDA runs.', words: 'CUDA', topic: 'cuda', top: 5_000 }]);
    expect((await readMentions(document, () => scan, false)).inView).toBeNull();
  });

  it('waits for the end of a scroll, also of one inside the page', async () => {
    const scan = pageOf([{ text: 'CUDA runs.', words: 'CUDA', topic: 'cuda', top: 100 }]);
    let hasAnswered = false;
    const answer = readMentions(document, () => scan, true).then(({ topics }) => {
      hasAnswered = true;
      return topics;
    });
    await Promise.resolve();
    expect(hasAnswered).toBe(false);
    document.querySelector('p')?.dispatchEvent(new Event('scrollend'));
    expect(await answer).toHaveLength(1);
  });

  it('are none where the visit has ended meanwhile', async () => {
    expect(await readMentions(document, () => undefined, false)).toEqual({ topics: [], inView: null });
  });
});
