/** A text as it is compared in a search: case, width, accents, hyphens and runs of space make no difference. */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{Pd}_\s]+/gu, ' ')
    .trim();
}
