import { liveQuery } from 'dexie';

/** Answers a query now and again whenever what it read is changed, from whichever page, until what is returned is called. */
export function followQuery<Value>(query: () => Promise<Value>, see: (value: Value) => void): () => void {
  const following = liveQuery(query).subscribe(see);
  return () => following.unsubscribe();
}
