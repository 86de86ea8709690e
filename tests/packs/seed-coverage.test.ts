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
      /Huawei announced/,
      /world-class computing power/,
      /no advanced chip from Nvidia/,
      /by the company’s own account/,
    ],
    date: '2025-09-18',
  },
  {
    id: 'N2',
    states: 'it calls it the world’s most powerful supernode computing cluster',
    topic: 'huawei-connect-2025',
    item: 'most-powerful',
    because: [/supernode cluster for computing/, /most powerful in the world/, /company’s own/],
    date: '2025-09-18',
  },
  {
    id: 'N3',
    states: 'a possible way to ease the chokehold on China’s AI plans',
    topic: 'huawei-connect-2025',
    item: 'chokehold',
    because: [/a way, perhaps, to loosen/, /grip on supplies/, /China’s AI plans/],
    date: '2025-09-18',
  },
  {
    id: 'N4',
    states: 'one day before a scheduled call between Xi and Trump',
    topic: 'huawei-connect-2025',
    item: 'day-before-call',
    because: [/on the eve of a planned call/, /speak by phone the day after/, /Xi Jinping/, /Donald Trump/],
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
    because: [
      /a full substitute for the AI hardware ecosystem that the US leads/,
      /rely more on itself in AI computing/,
    ],
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
    because: [/end Nvidia’s dominance/, /change the AI-chip market for long/],
    date: '2025-09-18',
  },
  {
    id: 'Q2a',
    states: 'short term: may not replace Nvidia at the high end',
    topic: 'huawei-connect-2025',
    item: 'dominance/founding-short-term',
    because: [
      /Perhaps not soon/,
      /at the high end it may fall short of Nvidia/,
      /how mature its ecosystem is/,
      /how well software works with it/,
    ],
    date: '2025-09-18',
  },
  {
    id: 'Q2b',
    states: 'a crucial alternative for China’s own AI development',
    topic: 'huawei-connect-2025',
    item: 'dominance/founding-alternative',
    because: [
      /vital/,
      /AI made in China/,
      /less hangs on a single supplier abroad/,
      /the industry at home can carry on/,
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
      /money and new versions keep coming/,
      /China’s buyers and state stand behind it/,
      /take some of Nvidia’s share/,
      /China’s data centres and in certain industries/,
    ],
    date: '2025-09-18',
  },
  {
    id: 'Q2d',
    states: 'Nvidia rethinks its China strategy, supply chains diversify',
    topic: 'huawei-connect-2025',
    item: 'dominance/founding-rethink',
    because: [
      /Nvidia has to think again about its plans for China/,
      /quicker to spread their orders for AI chips over more makers/,
    ],
    date: '2025-09-18',
  },
  {
    id: 'N5',
    states: 'Beijing wants fewer US export restrictions while it pursues self-reliance',
    topic: 'huawei-connect-2025',
    item: 'beijing-wants',
    because: [/Beijing seeks looser US export limits/, /stand on its own in technology/],
    date: '2025-09-18',
  },
  {
    id: 'N8',
    states: 'Tilly Zhang: well timed to show strength and gain leverage',
    topic: 'huawei-connect-2025',
    item: 'timing/zhang',
    because: [
      /Tilly Zhang, Gavekal Dragonomics/,
      /The moment suits China: it shows strength/,
      /into the talks with more weight/,
    ],
    date: '2025-09-18',
  },
  {
    id: 'B1',
    states: 'strict US sanctions limit Huawei’s access to advanced semiconductor technology',
    topic: 'huawei',
    item: 'sanctions-aim',
    because: [/Strict US sanctions/, /limit Huawei’s supply of advanced chip technology/],
    date: '2025-09-18',
  },
  {
    id: 'B2',
    states: 'they aim above all at chips for AI computing such as Nvidia’s',
    topic: 'huawei',
    item: 'sanctions-aim',
    because: [/most of all of chips for AI computing like Nvidia’s/],
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
      /planned move in diplomacy/,
      /more than a show of technology/,
      /in critical technology China has answers of its own/,
      /de-Americanise/,
      /a stronger hand in talks on trade and technology/,
    ],
    date: '2025-09-18',
  },
  {
    id: 'Q1b',
    states: 'a test of how the Trump administration reacts',
    topic: 'huawei-connect-2025',
    item: 'timing/founding-test',
    because: [
      /see how Trump’s government answers a Chinese breakthrough/,
      /how hard and of what kind later sanctions will be/,
    ],
    date: '2025-09-18',
  },
  {
    id: 'Q1c',
    states: 'too aggressive an answer could speed up autonomy',
    topic: 'huawei-connect-2025',
    item: 'timing/founding-answer',
    because: [/US hits back too hard/, /full autonomy in technology sooner/],
    date: '2025-09-18',
  },
  {
    id: 'N4',
    states: 'one day before a scheduled call between Xi and Trump',
    topic: 'xi-trump-call-2025-09',
    item: 'scheduled',
    because: [
      /due to speak by phone, one day after Huawei has made its announcement/,
      /Xi Jinping/,
      /Donald Trump/,
    ],
    date: '2025-09-18',
  },
  {
    id: 'N5',
    states: 'Beijing wants fewer US export restrictions while it pursues self-reliance',
    topic: 'xi-trump-call-2025-09',
    item: 'beijing-wants',
    because: [/Beijing seeks looser US export limits/, /stand on its own in technology/],
    date: '2025-09-18',
  },
  {
    id: 'N8',
    states: 'Tilly Zhang: well timed to show strength and gain leverage',
    topic: 'xi-trump-call-2025-09',
    item: 'implications/tilly-zhang',
    because: [
      /Tilly Zhang, China technology analyst, Gavekal Dragonomics/,
      /The moment suits China: it shows strength/,
      /into the talks with more weight/,
    ],
    date: '2025-09-18',
  },
  {
    id: 'B1',
    states: 'strict US sanctions limit Huawei’s access to advanced semiconductor technology',
    topic: 'entity-list',
    item: 'huawei-aim',
    because: [/strict sanctions/, /limit its supply of advanced chip technology/],
    date: '2019-05-16',
  },
  {
    id: 'B2',
    states: 'they aim above all at chips for AI computing such as Nvidia’s',
    topic: 'entity-list',
    item: 'ai-chips',
    because: [/Most of all/, /AI computing chips/, /Nvidia/],
    date: '2025-09-18',
  },
  {
    id: 'B3',
    states: 'the sanctions pushed China’s strategy of technological self-reliance',
    topic: 'self-reliance',
    item: 'pushed',
    because: [
      /sanctions drove China to a strategy of self-reliance/,
      /need less technology from abroad/,
      /AI and high-performance computing/,
    ],
    date: '2025-09-18',
  },
  {
    id: 'B5',
    states: 'Trump, re-elected in November 2024, in renewed dialogue while the rivalry escalates',
    topic: 'xi-trump-call-2025-09',
    item: 'renewed-dialogue',
    because: [
      /elected again in November 2024/,
      /back in talks with China’s leaders/,
      /rivalry grows sharper/,
    ],
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
      /planned move in diplomacy and bargaining/,
      /more than a show of technology/,
      /in critical technology China has answers of its own/,
      /de-Americanise/,
      /a stronger hand in talks on trade and technology/,
    ],
    date: '2025-09-18',
  },
  {
    id: 'Q1b',
    states: 'a test of how the Trump administration reacts',
    topic: 'xi-trump-call-2025-09',
    item: 'implications/founding-test',
    because: [
      /see how Trump’s government answers a Chinese breakthrough/,
      /how hard and of what kind later sanctions will be/,
    ],
    date: '2025-09-18',
  },
  {
    id: 'Q1c',
    states: 'too aggressive an answer could speed up autonomy',
    topic: 'xi-trump-call-2025-09',
    item: 'implications/founding-warning',
    because: [/US hits back too hard/, /full autonomy in technology sooner/],
    date: '2025-09-18',
  },
  {
    id: 'Q2',
    states: 'can the cluster break Nvidia’s dominance and shape the AI-chip landscape for long?',
    topic: 'nvidia',
    item: 'dominance/founding-short-term',
    because: [/end Nvidia’s dominance/, /change the world’s AI-chip market for long/],
    date: '2025-09-18',
  },
  {
    id: 'Q2a',
    states: 'short term: may not replace Nvidia at the high end',
    topic: 'nvidia',
    item: 'dominance/founding-short-term',
    because: [
      /Perhaps not soon/,
      /at the high end it may fall short of Nvidia/,
      /how mature its ecosystem is and how well software works with it/,
    ],
    date: '2025-09-18',
  },
  {
    id: 'Q2b',
    states: 'a crucial alternative for China’s own AI development',
    topic: 'nvidia',
    item: 'dominance/founding-alternative',
    because: [
      /vital/,
      /AI made in China/,
      /less hangs on a single supplier abroad/,
      /the industry at home can carry on/,
    ],
    date: '2025-09-18',
  },
  {
    id: 'Q2c',
    states: 'long term: could erode Nvidia’s share in certain uses',
    topic: 'nvidia',
    item: 'dominance/founding-long-term',
    because: [
      /long term/,
      /money and new versions keep coming/,
      /China’s buyers and state stand behind it/,
      /take some of Nvidia’s share/,
      /China’s data centres and in certain industries/,
    ],
    date: '2025-09-18',
  },
  {
    id: 'Q2d',
    states: 'Nvidia rethinks its China strategy, supply chains diversify',
    topic: 'nvidia',
    item: 'dominance/founding-rethink',
    because: [
      /Nvidia has to think again about its plans for China/,
      /quicker to spread their orders for AI chips over more makers/,
    ],
    date: '2025-09-18',
  },
  {
    id: 'Q3',
    states: 'how should investors adapt?',
    topic: 'investor-view',
    item: 'adapt/founding-opportunities',
    because: [/investors adapt/, /sharper US-China contest in technology/, /China’s drive for self-reliance/],
    date: '2025-09-18',
  },
  {
    id: 'Q3a',
    states: 'opportunities',
    topic: 'investor-view',
    item: 'adapt/founding-opportunities',
    because: [
      /Opportunities/,
      /China’s leaders in chips, in AI infrastructure/,
      /computing power and software platforms/,
      /core materials/,
      /state policy and from the move to home-made parts/,
    ],
    date: '2025-09-18',
  },
  {
    id: 'Q3b',
    states: 'risks',
    topic: 'investor-view',
    item: 'adapt/founding-risks',
    because: [
      /technology ties between the two countries/,
      /middle of their trade dispute/,
      /lose supplies and markets/,
      /hit by politics/,
      /resilient and how diversified/,
    ],
    date: '2025-09-18',
  },
  {
    id: 'Q3c',
    states: 'structural shift',
    topic: 'investor-view',
    item: 'adapt/founding-shift',
    because: [
      /security before efficiency/,
      /regional chains/,
      /stocks of critical technology/,
      /small specialists that can compete worldwide/,
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
