import { COMPLEX, DROP, foldText, foldUnit, isIdeograph, WORD } from './fold';
import { HASH_SEED, hashUnit } from './layout';

/** The folded words of a term, as the scan reads them off a page: an ideograph is a word by itself. */
export function tokenize(text: string): string[] {
  const tokens: string[] = [];
  let word = '';
  const close = () => {
    if (word) tokens.push(word);
    word = '';
  };
  for (const unit of foldText(text).text.split('')) {
    const folded = foldUnit(unit.charCodeAt(0));
    if (folded === DROP || folded === COMPLEX) continue;
    if (folded < WORD) close();
    else if (isIdeograph(folded)) {
      close();
      tokens.push(String.fromCharCode(folded));
    } else word += String.fromCharCode(folded);
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
