import { COMPLEX, DROP, foldText, foldUnit, isIdeograph, WORD } from './fold';
import { HASH_SEED, hashUnit } from './layout';

/** Combining marks, jamo, half-width kana, and letters whose small form is two. */
const COMPOSED = /[^\x20-\x7e\u00a0-\u012f\u0132-\u02af\u0370-\u10ff\u2010-\u2027\u3000-\u3098\u30a0-\ud7a3]/;

/** The folded words of a term, as the scan reads them off a page: an ideograph is a word by itself. */
export function tokenize(text: string): string[] {
  const tokens: string[] = [];
  let word = '';
  const close = () => {
    if (word) tokens.push(word);
    word = '';
  };
  // What folds together is rare, and looking for it is most of the work.
  const folded = COMPOSED.test(text) ? foldText(text).text : text.normalize('NFKC').toLowerCase();
  for (const unit of folded.split('')) {
    const letter = foldUnit(unit.charCodeAt(0));
    if (letter === DROP || letter === COMPLEX) continue;
    if (letter < WORD) close();
    else if (isIdeograph(letter)) {
      close();
      tokens.push(String.fromCharCode(letter));
    } else word += String.fromCharCode(letter);
  }
  close();
  return tokens;
}

/** The hash under which the scan looks a folded word up. */
export function hashWord(word: string): number {
  let hash = HASH_SEED;
  for (let at = 0; at < word.length; at++) hash = hashUnit(hash, word.charCodeAt(at));
  return hash;
}
