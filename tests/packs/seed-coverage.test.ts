import { describe, expect, it } from 'vitest';
import type { PackText } from '@/lib/model/pack';
import { readText } from '@/lib/model/read-text';
import { readShippedTopic } from '@/scripts/packs/read-shipped';

/**
 * What the founding news item states (N: news, B: background, Q: insight), and the card on which it is found.
 * `item` is a fact, an event, or `question/point`. `because`: all of these must be met by the item's text, for
 * a point also by its question or by the one who holds it.
 */
type Row = { id: string; states: string; topic: string; item: string; because: RegExp[]; date: string };

const TABLE: Row[] = [
  {
    id: 'N1',
    states: 'Huawei announces hardware with world-class computing power without Nvidia’s advanced chips',
    topic: 'huawei-connect-2025',
    item: 'without-nvidia',
    because: [
      /Thursday 18 September 2025/,
      /Huawei/,
      /world-class computing power/,
      /without Nvidia’s advanced chips/,
      /it says/,
    ],
    date: '2025-09-18',
  },
  {
    id: 'N2',
    states: 'it calls it the world’s most powerful supernode computing cluster',
    topic: 'huawei-connect-2025',
    item: 'most-powerful',
    because: [/supernode computing cluster/, /world’s most powerful/, /company’s own/],
    date: '2025-09-18',
  },
  {
    id: 'N3',
    states: 'a possible way to ease the chokehold on China’s AI plans',
    topic: 'huawei-connect-2025',
    item: 'chokehold',
    because: [/possible way to ease/, /supply chokehold/, /China’s AI plans/],
    date: '2025-09-18',
  },
  {
    id: 'N4',
    states: 'one day before a scheduled call between Xi and Trump',
    topic: 'huawei-connect-2025',
    item: 'day-before-call',
    because: [/one day before/, /scheduled phone call/, /Xi Jinping/, /Donald Trump/],
    date: '2025-09-18',
  },
  {
    id: 'N6',
    states: 'upgraded Ascend AI chips over three years',
    topic: 'ascend',
    item: 'plan-2028',
    because: [/Huawei plans upgraded chips/, /2026/, /2027/, /2028/],
    date: '2025-09-18',
  },
  {
    id: 'N6',
    states: 'upgraded Ascend AI chips over three years',
    topic: 'huawei-connect-2025',
    item: 'roadmap',
    because: [/Ascend chips/, /three years/],
    date: '2025-09-18',
  },
  {
    id: 'N7',
    states: 'a wholesale alternative to the US-led ecosystem, more self-reliance in AI computing',
    topic: 'huawei-connect-2025',
    item: 'alternative',
    because: [/wholesale alternative/, /US-led AI hardware ecosystem/, /self-reliance in AI computing/],
    date: '2025-09-18',
  },
  {
    id: 'B4',
    states: 'under the restrictions Huawei has been developing its own alternatives',
    topic: 'huawei',
    item: 'own-alternatives',
    because: [/Under these restrictions/, /Huawei/, /developing its own alternatives/],
    date: '2025-09-18',
  },
  {
    id: 'Q2',
    states: 'can the cluster break Nvidia’s dominance and shape the AI-chip landscape for long?',
    topic: 'huawei-connect-2025',
    item: 'dominance/founding-short-term',
    because: [/break Nvidia’s dominance/, /shape the AI-chip market for long/],
    date: '2025-09-18',
  },
  {
    id: 'Q2a',
    states: 'short term: may not replace Nvidia at the high end',
    topic: 'huawei-connect-2025',
    item: 'dominance/founding-short-term',
    because: [
      /short term/,
      /may not replace Nvidia at the high end/,
      /ecosystem maturity/,
      /software compatibility/,
    ],
    date: '2025-09-18',
  },
  {
    id: 'Q2b',
    states: 'a crucial alternative for China’s own AI development',
    topic: 'huawei-connect-2025',
    item: 'dominance/founding-alternative',
    because: [
      /crucial alternative/,
      /China’s own AI development/,
      /less dependence on one foreign supplier/,
      /continuity/,
    ],
    date: '2025-09-18',
  },
  {
    id: 'Q2c',
    states: 'long term: could erode Nvidia’s share in certain uses',
    topic: 'huawei-connect-2025',
    item: 'dominance/founding-long-term',
    because: [
      /long term/,
      /investment and iteration/,
      /Chinese demand and state support/,
      /erode Nvidia’s share/,
      /Chinese data centres and vertical industries/,
    ],
    date: '2025-09-18',
  },
  {
    id: 'Q2d',
    states: 'Nvidia rethinks its China strategy, supply chains diversify',
    topic: 'huawei-connect-2025',
    item: 'dominance/founding-rethink',
    because: [/Nvidia has to rethink its China strategy/, /global AI-chip supply chain/, /diversify faster/],
    date: '2025-09-18',
  },
  {
    id: 'N5',
    states: 'Beijing wants fewer US export restrictions while it pursues self-reliance',
    topic: 'huawei-connect-2025',
    item: 'beijing-wants',
    because: [/Beijing wants fewer US export restrictions/, /technological self-reliance/],
    date: '2025-09-18',
  },
  {
    id: 'N8',
    states: 'Tilly Zhang: well timed to show strength and gain leverage',
    topic: 'huawei-connect-2025',
    item: 'timing/zhang',
    because: [
      /Tilly Zhang, Gavekal Dragonomics/,
      /Well timed for China to show strength/,
      /negotiating leverage/,
    ],
    date: '2025-09-18',
  },
  {
    id: 'B1',
    states: 'strict US sanctions limit Huawei’s access to advanced semiconductor technology',
    topic: 'huawei',
    item: 'sanctions-aim',
    because: [
      /US has imposed strict sanctions on Huawei/,
      /limit its access to advanced semiconductor technology/,
    ],
    date: '2025-09-18',
  },
  {
    id: 'B2',
    states: 'they aim above all at chips for AI computing such as Nvidia’s',
    topic: 'huawei',
    item: 'sanctions-aim',
    because: [/above all to chips for AI computing such as Nvidia’s/],
    date: '2025-09-18',
  },
  {
    id: 'Q1',
    states: 'what does the announcement mean for the call?',
    topic: 'huawei-connect-2025',
    item: 'timing/founding-staged',
    because: [/mean for the Xi-Trump call/],
    date: '2025-09-18',
  },
  {
    id: 'Q1a',
    states: 'a staged diplomatic and negotiating move',
    topic: 'huawei-connect-2025',
    item: 'timing/founding-staged',
    because: [
      /staged diplomatic/,
      /not only a technical show/,
      /not helpless in critical technology/,
      /de-Americanise/,
      /better position in trade and technology talks/,
    ],
    date: '2025-09-18',
  },
  {
    id: 'Q1b',
    states: 'a test of how the Trump administration reacts',
    topic: 'huawei-connect-2025',
    item: 'timing/founding-test',
    because: [
      /test how the Trump administration reacts to Chinese breakthroughs/,
      /direction and strength of sanctions to come/,
    ],
    date: '2025-09-18',
  },
  {
    id: 'Q1c',
    states: 'too aggressive an answer could speed up autonomy',
    topic: 'huawei-connect-2025',
    item: 'timing/founding-answer',
    because: [/Too aggressive a US answer/, /full technological autonomy/],
    date: '2025-09-18',
  },
  {
    id: 'N4',
    states: 'one day before a scheduled call between Xi and Trump',
    topic: 'xi-trump-call-2025-09',
    item: 'scheduled',
    because: [/one day before a scheduled phone call/, /Xi Jinping/, /Donald Trump/],
    date: '2025-09-18',
  },
  {
    id: 'N5',
    states: 'Beijing wants fewer US export restrictions while it pursues self-reliance',
    topic: 'xi-trump-call-2025-09',
    item: 'beijing-wants',
    because: [/Beijing wants fewer US export restrictions/, /technological self-reliance/],
    date: '2025-09-18',
  },
  {
    id: 'N8',
    states: 'Tilly Zhang: well timed to show strength and gain leverage',
    topic: 'xi-trump-call-2025-09',
    item: 'implications/tilly-zhang',
    because: [
      /Tilly Zhang, China technology analyst, Gavekal Dragonomics/,
      /well timed for China to show strength/,
      /negotiating leverage/,
    ],
    date: '2025-09-18',
  },
  {
    id: 'B1',
    states: 'strict US sanctions limit Huawei’s access to advanced semiconductor technology',
    topic: 'entity-list',
    item: 'huawei-aim',
    because: [/strict sanctions on Huawei/, /limit its access to advanced semiconductor technology/],
    date: '2019-05-16',
  },
  {
    id: 'B2',
    states: 'they aim above all at chips for AI computing such as Nvidia’s',
    topic: 'entity-list',
    item: 'ai-chips',
    because: [/aim above all at chips for AI computing/, /Nvidia/],
    date: '2025-09-18',
  },
  {
    id: 'B3',
    states: 'the sanctions pushed China’s strategy of technological self-reliance',
    topic: 'self-reliance',
    item: 'pushed',
    because: [
      /sanctions pushed China’s strategy of technological self-reliance/,
      /depend less on foreign technology/,
      /AI and high-performance computing/,
    ],
    date: '2025-09-18',
  },
  {
    id: 'B5',
    states: 'Trump, re-elected in November 2024, in renewed dialogue while the rivalry escalates',
    topic: 'xi-trump-call-2025-09',
    item: 'renewed-dialogue',
    because: [/re-elected in November 2024/, /renewed dialogue with China’s leadership/, /rivalry escalates/],
    date: '2025-09-18',
  },
  {
    id: 'Q1',
    states: 'deeper strategic implications of the announcement for the call',
    topic: 'xi-trump-call-2025-09',
    item: 'implications/founding-staged',
    because: [/deeper implications of Huawei’s announcement for the Xi-Trump call/],
    date: '2025-09-18',
  },
  {
    id: 'Q1a',
    states: 'a staged diplomatic and negotiating move',
    topic: 'xi-trump-call-2025-09',
    item: 'implications/founding-staged',
    because: [
      /staged diplomatic and negotiating move/,
      /not only a technical show/,
      /not helpless in critical technology/,
      /de-Americanise/,
      /better position in trade and technology talks/,
    ],
    date: '2025-09-18',
  },
  {
    id: 'Q1b',
    states: 'a test of how the Trump administration reacts',
    topic: 'xi-trump-call-2025-09',
    item: 'implications/founding-test',
    because: [
      /test how the Trump administration reacts to Chinese breakthroughs/,
      /direction and strength of sanctions to come/,
    ],
    date: '2025-09-18',
  },
  {
    id: 'Q1c',
    states: 'too aggressive an answer could speed up autonomy',
    topic: 'xi-trump-call-2025-09',
    item: 'implications/founding-warning',
    because: [/Too aggressive a US answer/, /full technological autonomy/],
    date: '2025-09-18',
  },
  {
    id: 'Q2',
    states: 'can the cluster break Nvidia’s dominance and shape the AI-chip landscape for long?',
    topic: 'nvidia',
    item: 'dominance/founding-short-term',
    because: [/break Nvidia’s dominance/, /shape the global AI-chip landscape for long/],
    date: '2025-09-18',
  },
  {
    id: 'Q2a',
    states: 'short term: may not replace Nvidia at the high end',
    topic: 'nvidia',
    item: 'dominance/founding-short-term',
    because: [
      /Short term/,
      /may not replace Nvidia at the high end/,
      /ecosystem maturity and software compatibility/,
    ],
    date: '2025-09-18',
  },
  {
    id: 'Q2b',
    states: 'a crucial alternative for China’s own AI development',
    topic: 'nvidia',
    item: 'dominance/founding-alternative',
    because: [
      /crucial alternative for China’s own AI development/,
      /less dependence on one foreign supplier/,
      /continuity for the domestic AI industry/,
    ],
    date: '2025-09-18',
  },
  {
    id: 'Q2c',
    states: 'long term: could erode Nvidia’s share in certain uses',
    topic: 'nvidia',
    item: 'dominance/founding-long-term',
    because: [
      /Long term/,
      /investment and iteration/,
      /Chinese demand and state support/,
      /erode Nvidia’s share in certain uses/,
      /Chinese data centres and vertical industries/,
    ],
    date: '2025-09-18',
  },
  {
    id: 'Q2d',
    states: 'Nvidia rethinks its China strategy, supply chains diversify',
    topic: 'nvidia',
    item: 'dominance/founding-rethink',
    because: [/rethink its China strategy/, /global AI-chip supply chain could diversify/],
    date: '2025-09-18',
  },
  {
    id: 'Q3',
    states: 'how should investors adapt?',
    topic: 'investor-view',
    item: 'adapt/founding-opportunities',
    because: [/investors adapt/, /escalating US-China technology competition/, /China’s self-reliance drive/],
    date: '2025-09-18',
  },
  {
    id: 'Q3a',
    states: 'opportunities',
    topic: 'investor-view',
    item: 'adapt/founding-opportunities',
    because: [
      /Opportunities/,
      /Chinese semiconductor, AI-infrastructure/,
      /computing power, software platforms/,
      /core-materials companies/,
      /policy and domestic substitution/,
    ],
    date: '2025-09-18',
  },
  {
    id: 'Q3b',
    states: 'risks',
    topic: 'investor-view',
    item: 'adapt/founding-risks',
    because: [
      /multinationals that depend on US-China technology ties/,
      /centre of trade friction/,
      /supply disruption, restricted market access/,
      /geopolitical risk/,
      /resilience and diversification/,
    ],
    date: '2025-09-18',
  },
  {
    id: 'Q3c',
    states: 'structural shift',
    topic: 'investor-view',
    item: 'adapt/founding-shift',
    because: [
      /efficiency first to security first/,
      /regional supply chains/,
      /reserves of critical technology/,
      /small specialised companies that compete worldwide/,
    ],
    date: '2025-09-18',
  },
];

const ALL = [
  ...['N1', 'N2', 'N3', 'N4', 'N5', 'N6', 'N7', 'N8', 'B1', 'B2', 'B3', 'B4', 'B5'],
  ...['Q1', 'Q1a', 'Q1b', 'Q1c', 'Q2', 'Q2a', 'Q2b', 'Q2c', 'Q2d', 'Q3', 'Q3a', 'Q3b', 'Q3c'],
];

const inEnglish = (text: PackText) => readText(text, ['en']).text;

/** The item's text (a point's with its question and holder), date, opinion and sources; null where the card has none. */
function findItem(topicId: string, item: string) {
  const topic = readShippedTopic(topicId);
  const [questionId, pointId] = item.split('/');
  if (pointId !== undefined) {
    const insight = topic.insights.find(({ id }) => id === questionId);
    const point = insight?.points.find(({ id }) => id === pointId);
    if (!insight || !point) return null;
    const text = [insight.question, point.by ?? '', point.text].map(inEnglish).join('\n');
    return { text, date: point.date, opinion: point.opinion, by: point.by, sources: point.sources };
  }
  const found = [...topic.facts, ...topic.events].find(({ id }) => id === item);
  return found
    ? {
        text: inEnglish(found.text),
        date: found.date,
        opinion: undefined,
        by: undefined,
        sources: found.sources,
      }
    : null;
}

describe('what the founding news item states is found on a card', () => {
  it('misses no statement', () => {
    expect(ALL.filter((id) => !TABLE.some((row) => row.id === id))).toEqual([]);
  });

  it.each(TABLE)('$id $states: $topic $item', ({ id, topic, item, because, date }) => {
    const found = findItem(topic, item);
    for (const words of because) expect(found?.text).toMatch(words);
    expect(found?.date).toBe(date);
    expect(found?.sources).not.toEqual([]);
    if (/^Q\d[a-d]$/.test(id)) expect(found?.opinion).toBe('founding');
  });
});
