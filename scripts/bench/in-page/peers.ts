/** What others use to find many terms on a page, all given the same regular expression; each only searches. */
import findAndReplaceDOMText from 'findandreplacedomtext';
import Mark from 'mark.js';
import { isProse } from './floors';

/** The library's search without its replacing. */
class Search extends findAndReplaceDOMText.Finder {
  processMatches(): void {}
}

/** mark.js: `filter` refuses every match, so nothing is wrapped. Returns the number of matches. */
export function searchWithMark(pattern: RegExp): number {
  let matches = 0;
  new Mark(document.body).markRegExp(pattern, {
    filter: () => {
      matches++;
      return false;
    },
  });
  return matches;
}

/** findAndReplaceDOMText in its mode for prose. Returns the number of matches. */
export function searchWithFinder(pattern: RegExp): number {
  pattern.lastIndex = 0;
  return new Search(document.body, { find: pattern, preset: 'prose' }).matches.length;
}

/** The expression run over each text node outside script and style. Returns the number of matches. */
export function searchWithExpression(pattern: RegExp): number {
  const walker = document.createTreeWalker(document.body, 4);
  let matches = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!isProse(node)) continue;
    pattern.lastIndex = 0;
    const { data } = node as Text;
    while (pattern.exec(data)) matches++;
  }
  return matches;
}
