/** Notes by chance that are the same in every run: in several languages, some words common, most of them rare. */
import type { Change } from '@/lib/model/note';
import { createRandom, pick } from '../random';

const NAMED = [
  ...['chip', 'chips', 'export', 'controls', 'semiconductor', 'semiconductors', 'wafer', 'licence', 'memory'],
  ...['bandwidth', 'Huawei', 'Nvidia', 'Ascend', 'foundry', 'lithography', 'tariff', 'gallium', 'packaging'],
];
const CHINESE = [
  ...'的出口管制芯片华为英伟达昇腾美国商务部禁令内存带宽先进制程光刻机稀土许可证公司发布新一代处理器',
];
const JAPANESE = ['輸出規制', '半導体', 'メモリー', '中国', '政府は', 'チップの', '発表した', 'について'];
const OTHERS = [
  ...['экспорт', 'контроль', 'чипы', 'полупроводники', 'санкции', 'заявила', 'компания'],
  ...['수출', '통제', '반도체', '화웨이가', '발표했다', '메모리', '중국의'],
  ...['Ausfuhrkontrolle', 'Halbleiter', 'für', 'Lieferkette', 'würde', 'Behörde'],
  ...['semi-conducteurs', 'contrôle', 'à', 'l’exportation', 'déjà', 'licence'],
];
const SYLLABLES = ['an', 'ber', 'con', 'der', 'el', 'fin', 'gra', 'hol', 'in', 'ka', 'lo', 'mer', 'no', 'or'];
const TOPICS = ['huawei', 'nvidia', 'ascend-910c', 'export-controls', 'smic', 'tsmc'];
const TAGS = ['hbm', 'read later', 'supply', 'rule', 'quote', '芯片', 'doubtful'];
const HOSTS = ['ft.com', 'asia.nikkei.com', 'reuters.com', 'caixin.com', 'heise.de', 'example.org'];
const COMMON = 20_000;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The changes that make notes `from` to `to`, one each. */
export function makeNoteChanges(from: number, to: number): Change[] {
  return Array.from({ length: to - from }, (_, at) => makeChange(from + at));
}

function makeChange(number: number): Change {
  const random = createRandom(number + 1);
  const id = () => Array.from({ length: 16 }, () => pick(random, [...LETTERS])).join('');
  const createdAt = 1_700_000_000_000 + Math.floor(random() * 90_000_000_000);
  const exact = sentence(random, 20);
  const host = pick(random, HOSTS);
  return {
    i: id(),
    t: createdAt * 1_024,
    e: `note:${id()}`,
    f: {
      createdAt,
      target: {
        url: `https://${host}/${number % 20_000}?from=feed`,
        canonical: `https://${host}/${number % 20_000}`,
        title: sentence(random, 8),
        published: null,
        selectors: {
          quote: { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
          position: { type: 'TextPositionSelector', start: 10, end: 10 + exact.length },
        },
      },
      [`topic:${pick(random, TOPICS)}`]: true,
      [`tag:${pick(random, TAGS)}`]: true,
    },
    x: sentence(random, 40),
    b: '',
    p: [],
  };
}

/** Most are English; in each of the others as many characters as the same sentence might have. */
function sentence(random: () => number, words: number): string {
  const kind = random();
  const many = (length: number, next: () => string) => Array.from({ length }, next);
  if (kind < 0.15) return many(words * 2, () => pick(random, CHINESE)).join('');
  if (kind < 0.2) return many(words / 2, () => pick(random, JAPANESE)).join('');
  if (kind < 0.35) return many(words, () => pick(random, OTHERS)).join(' ');
  return many(words, () => (random() < 0.08 ? pick(random, NAMED) : madeWord(random))).join(' ');
}

/** Words as often as in a language: the hundredth a hundredth as often as the first. */
function madeWord(random: () => number): string {
  let rank = Math.floor(Math.exp(random() * Math.log(COMMON)));
  let word = '';
  for (; rank > 0; rank = Math.floor(rank / SYLLABLES.length)) word += SYLLABLES[rank % SYLLABLES.length];
  return word;
}
