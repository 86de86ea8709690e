/** What the founding news item states (N: news, B: background, Q: insight), and the cards on which it is found. */
export type Statement = {
  id: string;
  states: string;
  /** All of these are met by the text of each item, of a point also by its question or by the one who holds it. */
  words?: RegExp[];
  found: Found[];
};

/** `item`: a fact, an event, or `question/point`. `words`: met by this item, too. `date`: its own, if it is not that of the news. */
type Found = { topic: string; item: string; words?: RegExp[]; date?: string };

/** The news, and the background that it gives. */
export const FOUNDING_NEWS: Statement[] = [
  {
    id: 'B1',
    states: 'strict US sanctions limit Huawei’s access to advanced semiconductor technology',
    found: [
      {
        topic: 'huawei',
        item: 'sanctions-aim',
        words: [/Strict US sanctions/, /limit Huawei’s supply of advanced chip technology/],
      },
      {
        topic: 'entity-list',
        item: 'huawei-aim',
        words: [/strict sanctions/, /limit its supply of advanced chip technology/],
        date: '2019-05-16',
      },
    ],
  },
  {
    id: 'B2',
    states: 'they aim above all at chips for AI computing such as Nvidia’s',
    found: [
      {
        topic: 'huawei',
        item: 'sanctions-aim',
        words: [/most of all of chips for AI computing like Nvidia’s/],
      },
      { topic: 'entity-list', item: 'ai-chips', words: [/Most of all/, /AI computing chips/, /Nvidia/] },
    ],
  },
  {
    id: 'B3',
    states: 'the sanctions pushed China’s strategy of technological self-reliance',
    words: [
      /sanctions drove China to a strategy of self-reliance/,
      /need less technology from abroad/,
      /AI and high-performance computing/,
    ],
    found: [{ topic: 'self-reliance', item: 'pushed' }],
  },
  {
    id: 'B4',
    states: 'under the restrictions Huawei has been developing its own alternatives',
    words: [/Under these restrictions/, /Huawei/, /developing its own alternatives/],
    found: [{ topic: 'huawei', item: 'own-alternatives' }],
  },
  {
    id: 'B5',
    states: 'Trump, re-elected in November 2024, in renewed dialogue while the rivalry escalates',
    words: [/elected again in November 2024/, /back in talks with China’s leaders/, /rivalry grows sharper/],
    found: [{ topic: 'xi-trump-call-2025-09', item: 'renewed-dialogue' }],
  },
  {
    id: 'N1',
    states: 'Huawei announces hardware with world-class computing power without Nvidia’s advanced chips',
    words: [
      /Thursday 18 September 2025/,
      /Huawei announced/,
      /world-class computing power/,
      /no advanced chip from Nvidia/,
      /by the company’s own account/,
    ],
    found: [{ topic: 'huawei-connect-2025', item: 'without-nvidia' }],
  },
  {
    id: 'N2',
    states: 'it calls it the world’s most powerful supernode computing cluster',
    words: [/supernode cluster for computing/, /most powerful in the world/, /company’s own/],
    found: [{ topic: 'huawei-connect-2025', item: 'most-powerful' }],
  },
  {
    id: 'N3',
    states: 'a possible way to ease the chokehold on China’s AI plans',
    words: [/a way, perhaps, to loosen/, /grip on supplies/, /China’s AI plans/],
    found: [{ topic: 'huawei-connect-2025', item: 'chokehold' }],
  },
  {
    id: 'N4',
    states: 'one day before a scheduled call between Xi and Trump',
    words: [/Xi Jinping/, /Donald Trump/],
    found: [
      {
        topic: 'huawei-connect-2025',
        item: 'day-before-call',
        words: [/on the eve of a planned call/, /speak by phone the day after/],
      },
      {
        topic: 'xi-trump-call-2025-09',
        item: 'scheduled',
        words: [/due to speak by phone, one day after Huawei has made its announcement/],
      },
    ],
  },
  {
    id: 'N5',
    states: 'Beijing wants fewer US export restrictions while it pursues self-reliance',
    words: [/Beijing seeks looser US export limits/, /stand on its own in technology/],
    found: [
      { topic: 'huawei-connect-2025', item: 'beijing-wants' },
      { topic: 'xi-trump-call-2025-09', item: 'beijing-wants' },
    ],
  },
  {
    id: 'N6',
    states: 'upgraded Ascend AI chips over three years',
    found: [
      { topic: 'ascend', item: 'plan-2028', words: [/Huawei plans upgraded chips/, /2026/, /2027/, /2028/] },
      { topic: 'huawei-connect-2025', item: 'roadmap', words: [/Ascend chips/, /three years/] },
    ],
  },
  {
    id: 'N7',
    states: 'a wholesale alternative to the US-led ecosystem, more self-reliance in AI computing',
    words: [
      /a full substitute for the AI hardware ecosystem that the US leads/,
      /rely more on itself in AI computing/,
    ],
    found: [{ topic: 'huawei-connect-2025', item: 'alternative' }],
  },
  {
    id: 'N8',
    states: 'Tilly Zhang: well timed to show strength and gain leverage',
    words: [/The moment suits China: it shows strength/, /into the talks with more weight/],
    found: [
      { topic: 'huawei-connect-2025', item: 'timing/zhang', words: [/Tilly Zhang, Gavekal Dragonomics/] },
      {
        topic: 'xi-trump-call-2025-09',
        item: 'implications/tilly-zhang',
        words: [/Tilly Zhang, China technology analyst, Gavekal Dragonomics/],
      },
    ],
  },
];
