/** Where the bench's extension keeps the source of the peers' regular expression. */
export const PEER_PATTERN_KEY = 'bench:pattern';

/** Where it keeps the first part of each index. */
export function firstPartKey(name: string): string {
  return `bench:first:${name}`;
}

/** Where it keeps a string of 300 KB, to set the reading of an index against. */
export const PLAIN_STRING_KEY = 'bench:string';
