/**
 * A small estimate of how well a passphrase withstands guessing. It can only ever be too kind: what is guessable in
 * a way that it does not know looks strong to it. So the bars are high, and it names what it dislikes. (The kept
 * library for this, zxcvbn, brings 400 KB of word lists; those who guess have longer ones anyway.)
 */

/** What makes a passphrase weaker than its length promises. */
export type PassphraseFlaw = 'short' | 'common' | 'repeated' | 'sequence' | 'oneWord';

/** The estimate, with its reasons. */
export type PassphraseStrength = { strength: 'weak' | 'fair' | 'good'; flaws: PassphraseFlaw[] };

/** Bits. With Argon2id at 64 MiB a guess takes about a tenth of a second on one core: 2^45 of them are 100,000 years of it. */
const FAIR_BITS = 45;
const GOOD_BITS = 60;

const SHORT = 10;

/** A word of a list of 7,776, as dice choose it. */
const WORD_BITS = 12.9;
/** A letter within a word (Shannon 1951 found 0.6 to 1.3 in running text; words alone have more). */
const WORD_LETTER_BITS = 2.2;
const LETTER_BITS = 4.7;
const DIGIT_BITS = 3.3;
const SIGN_BITS = 5;
/** A letter of other scripts: those of alphabets have less, ideographs more. */
const OTHER_BITS = 6;

/** What everyone tries first, and what people add to it. */
const COMMON = [
  'passwort',
  'password',
  'passphrase',
  'passw0rd',
  'letmein',
  'welcome',
  'iloveyou',
  'monkey',
  'dragon',
  'sunshine',
  'princess',
  'football',
  'baseball',
  'superman',
  'batman',
  'trustno1',
  'master',
  'shadow',
  'michael',
  'jordan',
  'charlie',
  'whatever',
  'freedom',
  'starwars',
  'admin',
  'login',
  'secret',
  'hello',
  'sidelight',
  'nextcloud',
  'correcthorsebatterystaple',
  'correct horse battery staple',
];

const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'qwertzuiop',
  'asdfghjkl',
  'zxcvbnm',
];
const SEQUENCES = ROWS.flatMap((row) => [row, [...row].reverse().join('')]);
const RUN = 4;

/** How strong a passphrase seems, and what weakens it. */
export function estimateStrength(passphrase: string): PassphraseStrength {
  const text = passphrase.normalize('NFKC');
  const flaws: PassphraseFlaw[] = [];
  const note = (flaw: PassphraseFlaw, from: string, to: string) => {
    if (from !== to) flaws.push(flaw);
    return to;
  };
  const lower = text.toLowerCase();
  const uncommon = note('common', lower, dropCommon(lower));
  const unrepeated = note('repeated', uncommon, foldRepeats(uncommon));
  const rest = note('sequence', unrepeated, foldSequences(unrepeated));
  if (flaws.length === 0 && /^\p{L}+$/u.test(rest) && isWordLike(rest)) flaws.push('oneWord');
  if ([...text].length < SHORT) flaws.unshift('short');
  const bits = countBits(rest);
  const strength = bits >= GOOD_BITS ? 'good' : bits >= FAIR_BITS ? 'fair' : 'weak';
  return { strength: flaws.includes('short') ? 'weak' : strength, flaws };
}

/** Each common password in it counts as one sign. */
function dropCommon(text: string): string {
  return COMMON.toSorted((a, b) => b.length - a.length).reduce(
    (rest, common) => rest.replaceAll(common, '!'),
    text,
  );
}

/** `aaaa` becomes `aa`, `abcabcabc` becomes `abcabc`: how often it repeats says little. */
function foldRepeats(text: string): string {
  return text.replace(/(.+?)\1{2,}/gsu, '$1$1');
}

/** Runs along the alphabet, the digits or a row of keys become their two ends. */
function foldSequences(text: string): string {
  let folded = '';
  for (let at = 0; at < text.length; ) {
    const length = runAt(text, at);
    folded += length >= RUN ? `${text[at]}${text[at + length - 1]}` : (text[at] ?? '');
    at += length >= RUN ? length : 1;
  }
  return folded;
}

function runAt(text: string, at: number): number {
  let length = RUN - 1;
  while (
    at + length < text.length &&
    SEQUENCES.some((row) => row.includes(text.slice(at, at + length + 1)))
  ) {
    length += 1;
  }
  return length;
}

function countBits(text: string): number {
  let bits = 0;
  for (const [run] of text.matchAll(/[a-z]+|\d+|[^a-z\d]/gu)) {
    if (/^\d/.test(run)) bits += run.length * DIGIT_BITS;
    else if (/^[a-z]/.test(run)) bits += isWordLike(run) ? bitsOfWords(run) : run.length * LETTER_BITS;
    else bits += run === ' ' ? 1 : /\p{L}/u.test(run) ? OTHER_BITS : SIGN_BITS;
  }
  return bits;
}

/** A word, or several written together. */
function bitsOfWords(run: string): number {
  const words = Math.ceil(run.length / 9);
  return Math.min(words * WORD_BITS, run.length * WORD_LETTER_BITS);
}

/** Whether letters read like words: vowels among them, and never many consonants in a row. */
function isWordLike(run: string): boolean {
  if (run.length < 3) return false;
  const vowels = run.match(/[aeiouy]/g)?.length ?? 0;
  return vowels / run.length >= 0.2 && !/[^aeiouy]{5,}/.test(run);
}
