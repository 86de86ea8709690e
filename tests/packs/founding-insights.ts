import type { Statement } from './founding-news';

/** The questions that the founding news item asks, and its answers. */
export const FOUNDING_INSIGHTS: Statement[] = [
  {
    id: 'Q1',
    states: 'what does the announcement mean for the call?',
    found: [
      { topic: 'huawei-connect-2025', item: 'timing/founding-staged', words: [/mean for the Xi-Trump call/] },
      {
        topic: 'xi-trump-call-2025-09',
        item: 'implications/founding-staged',
        words: [/deeper implications of Huawei’s announcement for the Xi-Trump call/],
      },
    ],
  },
  {
    id: 'Q1a',
    states: 'a staged diplomatic and negotiating move',
    words: [
      /more than a show of technology/,
      /in critical technology China has answers of its own/,
      /de-Americanise/,
      /a stronger hand in talks on trade and technology/,
    ],
    found: [
      { topic: 'huawei-connect-2025', item: 'timing/founding-staged', words: [/planned move in diplomacy/] },
      {
        topic: 'xi-trump-call-2025-09',
        item: 'implications/founding-staged',
        words: [/planned move in diplomacy and bargaining/],
      },
    ],
  },
  {
    id: 'Q1b',
    states: 'a test of how the Trump administration reacts',
    words: [
      /see how Trump’s government answers a Chinese breakthrough/,
      /how hard and of what kind later sanctions will be/,
    ],
    found: [
      { topic: 'huawei-connect-2025', item: 'timing/founding-test' },
      { topic: 'xi-trump-call-2025-09', item: 'implications/founding-test' },
    ],
  },
  {
    id: 'Q1c',
    states: 'too aggressive an answer could speed up autonomy',
    words: [/US hits back too hard/, /full autonomy in technology sooner/],
    found: [
      { topic: 'huawei-connect-2025', item: 'timing/founding-answer' },
      { topic: 'xi-trump-call-2025-09', item: 'implications/founding-warning' },
    ],
  },
  {
    id: 'Q2',
    states: 'can the cluster break Nvidia’s dominance and shape the AI-chip landscape for long?',
    words: [/end Nvidia’s dominance/],
    found: [
      {
        topic: 'huawei-connect-2025',
        item: 'dominance/founding-short-term',
        words: [/change the AI-chip market for long/],
      },
      {
        topic: 'nvidia',
        item: 'dominance/founding-short-term',
        words: [/change the world’s AI-chip market for long/],
      },
    ],
  },
  {
    id: 'Q2a',
    states: 'short term: may not replace Nvidia at the high end',
    words: [/Perhaps not soon/, /at the high end it may fall short of Nvidia/],
    found: [
      {
        topic: 'huawei-connect-2025',
        item: 'dominance/founding-short-term',
        words: [/how mature its ecosystem is/, /how well software works with it/],
      },
      {
        topic: 'nvidia',
        item: 'dominance/founding-short-term',
        words: [/how mature its ecosystem is and how well software works with it/],
      },
    ],
  },
  {
    id: 'Q2b',
    states: 'a crucial alternative for China’s own AI development',
    words: [
      /vital/,
      /AI made in China/,
      /less hangs on a single supplier abroad/,
      /the industry at home can carry on/,
    ],
    found: [
      { topic: 'huawei-connect-2025', item: 'dominance/founding-alternative' },
      { topic: 'nvidia', item: 'dominance/founding-alternative' },
    ],
  },
  {
    id: 'Q2c',
    states: 'long term: could erode Nvidia’s share in certain uses',
    words: [
      /long term/,
      /money and new versions keep coming/,
      /China’s buyers and state stand behind it/,
      /take some of Nvidia’s share/,
      /China’s data centres and in certain industries/,
    ],
    found: [
      { topic: 'huawei-connect-2025', item: 'dominance/founding-long-term' },
      { topic: 'nvidia', item: 'dominance/founding-long-term' },
    ],
  },
  {
    id: 'Q2d',
    states: 'Nvidia rethinks its China strategy, supply chains diversify',
    words: [
      /Nvidia has to think again about its plans for China/,
      /quicker to spread their orders for AI chips over more makers/,
    ],
    found: [
      { topic: 'huawei-connect-2025', item: 'dominance/founding-rethink' },
      { topic: 'nvidia', item: 'dominance/founding-rethink' },
    ],
  },
  {
    id: 'Q3',
    states: 'how should investors adapt?',
    words: [/investors adapt/, /sharper US-China contest in technology/, /China’s drive for self-reliance/],
    found: [{ topic: 'investor-view', item: 'adapt/founding-opportunities' }],
  },
  {
    id: 'Q3a',
    states: 'opportunities',
    words: [
      /Opportunities/,
      /China’s leaders in chips, in AI infrastructure/,
      /computing power and software platforms/,
      /core materials/,
      /state policy and from the move to home-made parts/,
    ],
    found: [{ topic: 'investor-view', item: 'adapt/founding-opportunities' }],
  },
  {
    id: 'Q3b',
    states: 'risks',
    words: [
      /technology ties between the two countries/,
      /middle of their trade dispute/,
      /lose supplies and markets/,
      /hit by politics/,
      /resilient and how diversified/,
    ],
    found: [{ topic: 'investor-view', item: 'adapt/founding-risks' }],
  },
  {
    id: 'Q3c',
    states: 'structural shift',
    words: [
      /security before efficiency/,
      /regional chains/,
      /stocks of critical technology/,
      /small specialists that can compete worldwide/,
    ],
    found: [{ topic: 'investor-view', item: 'adapt/founding-shift' }],
  },
];
