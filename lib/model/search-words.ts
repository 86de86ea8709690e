/**
 * The words that a text is found by. Chinese and Japanese are written without spaces and have no words that two
 * readers would cut alike: a run of them is found by its pairs of characters. Other scripts without spaces
 * (Thai, Lao, Khmer, Burmese) are cut by `Intl.Segmenter`, which knows their words; for all others its words are runs
 * of letters and digits, which an expression finds.
 */
import { foldForSearch } from './fold-for-search';

const RUN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+|[[\p{L}\p{M}\p{N}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]]+/gv;
const PAIRED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;
const CUT = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Nobody types a longer one; what is behind it is no word but an address or a key. */
const LONGEST = 48;

/**
 * The words of a text that is searched, as often as they stand there. The last character of a Chinese or Japanese run
 * is one too: every character is then the beginning of some word.
 */
export function toWords(text: string): string[] {
  return readWords(text).flatMap((run) =>
    isPaired(run) ? [...toPairs(run), [...run].at(-1) as string] : [run],
  );
}

/**
 * What a query asks for, each once: `isWhole` where a word must be that, else it must begin so. Blank, or without
 * a letter or digit: nothing.
 */
export function toWanted(query: string): { word: string; isWhole: boolean }[] {
  const wanted = readWords(query).flatMap((run) => {
    const pairs = isPaired(run) ? toPairs(run) : [];
    return pairs.length > 0
      ? pairs.map((word) => ({ word, isWhole: true }))
      : [{ word: run, isWhole: false }];
  });
  return [...new Map(wanted.map((each) => [each.word, each])).values()];
}

/** Whether one slip of the reader's hand may be forgiven in a word: it is long, and no number or model's name ("910C"). */
export function maySlip(word: string): boolean {
  return word.length > 4 && !/\d/.test(word) && !isPaired(word);
}

function readWords(text: string): string[] {
  return (foldForSearch(text).match(RUN) ?? [])
    .flatMap((run) => (CUT.test(run) ? cutWords(run) : [run]))
    .map((run) => (isPaired(run) ? run : run.slice(0, LONGEST)));
}

/** Made when it is first needed: it loads a dictionary, which few notes have use for. */
let segmenter: Intl.Segmenter | undefined;

function cutWords(run: string): string[] {
  // No language: the same words whatever the browser speaks.
  segmenter ??= new Intl.Segmenter('und', { granularity: 'word' });
  return Array.from(segmenter.segment(run), ({ segment }) => segment);
}

function isPaired(run: string): boolean {
  return PAIRED.test(run);
}

function toPairs(run: string): string[] {
  const characters = [...run];
  return characters.slice(1).map((character, before) => `${characters[before]}${character}`);
}
