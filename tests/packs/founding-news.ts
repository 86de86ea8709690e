/**
 * What the founding news item states (N: news, B: background, Q: insight), and the card on which it is found.
 * `item` is a fact, an event, or `question/point`. `because`: all of these must be met by the item's text, for
 * a point also by its question or by the one who holds it.
 */
export type Statement = {
  id: string;
  states: string;
  topic: string;
  item: string;
  because: RegExp[];
  date: string;
};

/** The news, and the background that it gives. */
export const FOUNDING_NEWS: Statement[] = [
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
];
