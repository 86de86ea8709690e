import { describe, expect, it } from 'vitest';
import { i18n } from '#i18n';
import { type FirstView, firstView, type ViewContext } from '@/lib/card/first-view';
import { FIRST_VIEW_WORDS, firstViewLines, firstViewText } from '@/lib/card/first-view-text';
import { countWords } from '@/lib/card/fit-words';
import type { Topic } from '@/lib/model/pack';
import { readShippedTopics } from '@/scripts/packs/read-shipped';
import { makeFact, makeTopic } from '../../builders';
import { speak } from '../../speak';

const makeContext = (fields: Partial<ViewContext> = {}): ViewContext => ({
  articleDate: '2025-10-02',
  pageTopics: [],
  today: '2026-11-23',
  languages: ['en'],
  ...fields,
});

const view = (topic: Partial<Topic>, context: Partial<ViewContext> = {}) =>
  firstView(makeTopic(topic), makeContext(context));
const linesOf = (shown: FirstView) => firstViewLines(shown, i18n.t);

describe('line 3, what was known', () => {
  const facts = [
    makeFact('old', { date: '2024-05', key: true }),
    makeFact('newest', { date: '2025-09-18', key: true }),
    makeFact('plain', { date: '2025-09-30' }),
    makeFact('later', { date: '2026-03', key: true }),
  ];

  it('is the newest key statement that the article could know', () => {
    expect(view({ facts }).known?.id).toBe('newest');
  });

  it('is an event where that is newer', () => {
    const event = { ...makeFact('event', { key: true }), date: '2025-09-29' };
    expect(view({ facts, events: [event] }).known?.id).toBe('event');
  });

  it('takes a year that goes on as its beginning, not as the newest of all', () => {
    expect(view({ facts: [...facts, makeFact('year', { date: '2025', key: true })] }).known?.id).toBe(
      'newest',
    );
  });

  it('is the newest dated statement where none is marked', () => {
    expect(view({ facts: facts.map(({ key: _, ...fact }) => fact) }).known?.id).toBe('plain');
  });

  it('is missing where the article could know nothing, and says so', () => {
    const shown = view({ facts }, { articleDate: '2020-01-01' });
    expect(shown.known).toBeNull();
    expect(linesOf(shown)[2]).toBe('Known on 1 Jan 2020: Nothing in this pack is dated that early.');
  });

  it('names a source the article could have had before a later one', () => {
    const fact = makeFact('sourced', { key: true, sources: ['late', 'early'] });
    const shown = view({
      facts: [fact],
      sources: [
        { id: 'late', origin: 'A look back', date: '2026-05', tier: 'trade' },
        { id: 'early', origin: 'Federal Register, 3 Jan 2025', date: '2025-01-03', tier: 'official' },
      ],
    });
    expect(shown.known?.origin?.text).toBe('Federal Register, 3 Jan 2025');
    expect(linesOf(shown)[2]).toContain('Jan 2025 · fact · Federal Register');
    expect(linesOf(shown)[2]).not.toContain('3 Jan');
  });

  it('says of a plan whose day has passed that the outcome is not in the pack', () => {
    const plan = makeFact('truce', { status: 'planned', due: '2026-11-10', key: true });
    expect(linesOf(view({ facts: [plan] }))[2]).toContain('Was due 10 Nov 2026; outcome not in this pack');
    expect(linesOf(view({ facts: [plan] }, { today: '2026-11-10' }))[2]).not.toContain('Was due');
  });
});

describe('line 4, one question', () => {
  const point = (date: string) => ({
    id: `p${date}`,
    text: 'View.',
    by: 'An analyst',
    status: 'claimed' as const,
    date,
    sources: [],
  });
  const insights = [
    { id: 'later', question: 'Later?', topics: ['nvidia'], points: [point('2026-02')] },
    { id: 'first', question: 'First?', topics: [], points: [point('2025-02')] },
    { id: 'shared', question: 'Shared?', topics: ['nvidia'], points: [point('2025-03'), point('2026-03')] },
  ];

  it('is visible only from the date of its earliest point', () => {
    expect(view({ insights }).question?.id).toBe('first');
    expect(view({ insights }, { articleDate: '2025-01' }).question).toBeNull();
  });

  it('prefers one that shares a topic with the page', () => {
    const shown = view({ insights }, { pageTopics: ['huawei', 'nvidia'] });
    expect(shown.question).toMatchObject({ id: 'shared', thenCount: 1, sinceCount: 1 });
    expect(linesOf(shown)[3]).toBe('Shared? · 1 view then, 1 since');
  });
});

describe('line 5, the edges of what we know', () => {
  const events = [
    { ...makeFact('a'), date: '2026-01' },
    { ...makeFact('b'), date: '2026-04-24' },
  ];

  it('counts what came later, and until when', () => {
    expect(linesOf(view({ events })).at(-1)).toBe('Since then 2 (to Apr 2026) · Facts to Jun 2026');
  });

  it('says that an article is later than our facts', () => {
    expect(linesOf(view({ events }, { articleDate: '2026-08-01' })).at(-1)).toBe(
      'Our facts end Jun 2026; this article is later',
    );
  });

  it('says that what is read is a translation, and of the original nothing', () => {
    const summary = { en: 'A chip.', 'zh-Hans': '一种芯片。' };
    const shown = (language: string) => linesOf(view({ events, summary }, { languages: [language] }));
    expect(shown('zh-CN').slice(1)).toMatchObject({ 0: '一种芯片。' });
    expect(shown('zh-CN').at(-1)).toMatch(/ · Facts to Jun 2026 · Translated$/);
    expect(shown('en').at(-1)).toMatch(/ · Facts to Jun 2026$/);
  });

  it('says nothing of later without an article date, and says that there is none', () => {
    const lines = linesOf(view({ events }, { articleDate: null }));
    expect(lines.at(-1)).toBe('Facts to Jun 2026');
    expect(lines[2]).toMatch(/^Newest known; article undated: /);
  });
});

it('names the topic in Chinese beside English, and the reverse', () => {
  const names = [
    { text: 'Huawei', lang: 'en' },
    { text: '华为', lang: 'zh-Hans' },
  ];
  expect(view({ names })).toMatchObject({
    name: { text: 'Huawei', lang: 'en' },
    otherName: { text: '华为', lang: 'zh-Hans' },
  });
  expect(view({ names }, { languages: ['zh-CN'] })).toMatchObject({
    name: { text: '华为' },
    otherName: { text: 'Huawei' },
  });
});

describe('in the shipped pack', () => {
  const contents = readShippedTopics();
  const shipped = (id: string) => contents.find((topic) => topic.id === id) as Topic;

  it('every topic at any date asks for at most 60 words of the pack to be read', () => {
    for (const topic of contents) {
      for (const articleDate of [
        null,
        '2019',
        '2025-09-18',
        '2025-10-02',
        '2026-02',
        '2026-06-30',
        '2027-01-01',
      ]) {
        const shown = firstView(topic, makeContext({ articleDate, pageTopics: ['huawei', 'nvidia'] }));
        const text = firstViewText(shown, i18n.t);
        const read = [
          text.name,
          text.whose,
          text.summary,
          text.known?.text,
          text.known?.origin,
          text.question?.text,
        ];
        const words = read.reduce((sum, part) => sum + countWords(part?.text ?? ''), countWords(text.kind));
        expect(words, `${topic.id} at ${articleDate}`).toBeLessThanOrEqual(FIRST_VIEW_WORDS);
      }
    }
  });

  it('Ascend 950 in an article of 2 October 2025', () => {
    const lines = linesOf(
      firstView(shipped('ascend-950'), makeContext({ pageTopics: ['ascend-950', 'nvidia'] })),
    );
    expect(lines[0]).toBe('Ascend 950 · 昇腾950 · AI chip series · Huawei');
    expect(lines[1]).toMatch(/two versions.*950PR for prefill, 950DT for decoding and training/);
    expect(lines[2]).toMatch(
      /^Known on 2 Oct 2025: .*18 Sep 2025.*950PR.*Q1 2026.*950DT.*Q4 2026.* · plan · Huawei/,
    );
    expect(lines[3]).toMatch(/close the gap with Nvidia\? · \d views then, \d since$/);
    expect(lines[4]).toMatch(/^Since then \d+ \(to Apr 2026\) · Facts to Jun 2026$/);
    for (const later of ['Atlas 350', '112 GB', '1.4 TB/s', '2.87', 'DeepSeek V4', 'ByteDance']) {
      expect(lines.join('\n')).not.toContain(later);
    }
  });

  it('export controls near Nvidia and China in an article of February 2026', () => {
    const shown = firstView(
      shipped('us-chip-export-controls'),
      makeContext({ articleDate: '2026-02', pageTopics: ['nvidia'] }),
    );
    const lines = linesOf(shown);
    expect(lines[0]).toMatch(/^Chip export controls · .* · rules · United States on China$/);
    expect(shown.summary.text).toMatch(
      /US licence rules on AI chips, supercomputers and chipmaking tools.*since October 2022/,
    );
    expect(lines[1]).toMatch(/^US licence rules on AI chips, supercomputers/);
    expect(lines[2]).toMatch(/^Known in Feb 2026: .*15 Jan 2026.*H200-class.*case by case.*licence/);
    expect(lines[2]).toMatch(/ · fact · BIS rule$/);
    expect(lines[3]).toMatch(/^Security tool or bargaining chip\? · \d views then/);
    expect(lines[4]).toMatch(/^Since then \d+ \(to May 2026\) · Facts to Jun 2026$/);
  });

  type Lines = [name: RegExp, summary: RegExp, known: RegExp, question: RegExp | null, ends: RegExp];
  const HARD: { what: string; topic: string; date: string | null; pageTopics?: string[]; lines: Lines }[] = [
    {
      what: 'an article without a date: the newest of all, and nothing is since',
      topic: 'huawei',
      date: null,
      lines: [
        /^Huawei · 华为 · company · China$/,
        /^Chinese maker of telecoms gear/,
        /^Newest known; article undated: .* · 1 May 2026 · claim · /,
        / · \d views$/,
        /^Facts to Jun 2026$/,
      ],
    },
    {
      what: 'an article later than the pack: our facts end before it, and nothing is called since',
      topic: 'nvidia',
      date: '2026-11-01',
      lines: [
        /^Nvidia · 英伟达 · company/,
        /^US chip designer/,
        /^Known on 1 Nov 2026: Quarter to April 2026: /,
        / · \d views then$/,
        /^Our facts end Jun 2026; this article is later$/,
      ],
    },
    {
      what: 'a disputed statement: both sides and no verdict',
      topic: 'tiktok-deal',
      date: '2025-10-02',
      lines: [
        /^TikTok US deal · TikTok交易 · event · United States, China$/,
        /^Move of TikTok’s US business/,
        /Trump said that Xi approved the deal; the Chinese readout named no approval.* · 19 Sep 2025 · disputed · /,
        /^What links TikTok with chips\? · /,
        /^Since then \d+ \(to Jan 2026\) · Facts to Jan 2026$/,
      ],
    },
    {
      what: 'a plan whose day has passed: read as the plan it was, and as without an outcome here',
      topic: 'ascend-910d',
      date: '2025-05-01',
      lines: [
        /^Ascend 910D · 昇腾910D · AI chip · Huawei$/,
        /Huawei itself has never shown it\.$/,
        /samples could be ready in late May\. · Was due May 2025; outcome not in this pack · 27 Apr 2025 · plan · /,
        null,
        /^Since then 2 \(to Sep 2025\) · Facts to Sep 2025$/,
      ],
    },
    {
      what: 'the neutral card of export controls: no side is named before its rule is',
      topic: 'export-controls',
      date: '2025-12-01',
      lines: [
        /^Export controls · 出口管制 · rules · Several governments$/,
        /^Government limits on selling goods, software or know-how abroad, mostly by licence\.$/,
        /^Known on 1 Dec 2025: China suspended .* · 7 Nov 2025 · fact · /,
        /^Do export controls slow a rival down or spur it on\? · /,
        /^Since then \d+ \(to May 2026\) · Facts to Jun 2026$/,
      ],
    },
    {
      what: 'a person, in an article of the week in which it happened',
      topic: 'meng-wanzhou',
      date: '2018-12-07',
      lines: [
        /^Meng Wanzhou · 孟晚舟 · person · Huawei$/,
        /^Huawei’s finance chief; /,
        /^Known on 7 Dec 2018: She was arrested at Vancouver airport .* · 1 Dec 2018 · fact · /,
        null,
        /^Since then \d+ \(to Oct 2025\) · Facts to Dec 2025$/,
      ],
    },
    {
      what: 'an event, in an article of the day after',
      topic: 'busan-meeting',
      date: '2025-10-31',
      lines: [
        /^Trump-Xi meeting in Busan · 釜山会晤 · event · /,
        /^Meeting of Donald Trump and Xi Jinping/,
        /^Known on 31 Oct 2025: Trump and Xi talked for some 100 minutes .* · 30 Oct 2025 · fact · /,
        /^Truce or turning point\? · 1 view then, 1 since$/,
        /^Since then 3 \(to Nov 2025\) · Facts to Nov 2025$/,
      ],
    },
  ];

  it.each(HARD)('$what', ({ topic, date, pageTopics = [], lines }) => {
    const shown = linesOf(firstView(shipped(topic), makeContext({ articleDate: date, pageTopics })));
    const expected = lines.filter((line) => line !== null);
    expect(shown).toHaveLength(expected.length);
    expected.forEach((line, at) => {
      expect(shown[at]).toMatch(line);
    });
  });

  it('a reader of Chinese, of an article of October 2025: names, dates and marks in Chinese, and marked as translated', async () => {
    await speak('zh_CN');
    const context = makeContext({ pageTopics: ['nvidia'], languages: ['zh-Hans'] });
    const lines = linesOf(firstView(shipped('ascend-950'), context));
    expect(lines[0]).toBe('昇腾950 · Ascend 950 · AI芯片系列 · 华为');
    expect(lines[1]).toMatch(/950PR用于预填充，950DT用于解码和训练。$/);
    expect(lines[2]).toMatch(/^截至2025年10月2日已知: 2025年9月18日公布：.* · 计划 · /);
    expect(lines[3]).toMatch(/^它是否缩小了与英伟达的差距？ · 当时\d种看法，此后\d种$/);
    expect(lines[4]).toMatch(/^此后\d+条（至2026年4月） · 事实截至2026年6月 · 译文$/);
  });
});
