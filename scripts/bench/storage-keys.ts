/** Where the bench's extension keeps the source of the peers' regular expression. */
export const PEER_PATTERN_KEY = 'bench:pattern';
