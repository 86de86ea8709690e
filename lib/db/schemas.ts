/** What the database of the reader's own vault is called. */
export const OWN_NAME = 'sidelight';

/** The schema of each version ever shipped. A version is never edited: a new one is added, with its sample in tests/lib/db. */
export const SCHEMAS = [
  {
    packs: 'id',
    topics: 'id, pack, *formerIds',
    notes: 'id, target.canonical, *topics, [shown+modifiedAt]',
    heads: 'e',
    changes: 'i, e, pending',
    meta: 'key',
  },
  {
    notes: 'id, target.canonical, *topics, [shown+modifiedAt], [shown+met]',
    changes: 'i, e, n, s, [pending+n+t]',
    segments: 'sha',
    bytes: 'sha',
    applied: 'sha',
    foreign: 'sha',
    peers: 'replica',
    rounds: '++id',
    secrets: 'key',
  },
  { arrivals: '[topic+statement], topic' },
  { shards: 'shard', living: 'shard', postings: '[begin+shard], shard', fresh: 'id', unindexed: 'id' },
  { added: '[pack+topic], pack, *topics' },
] as const;
