import { withDexie } from './with-dexie';

/** Answers a query now and again whenever what it read is changed, from whichever page, until what is returned is called. */
export function followQuery<Value>(query: () => Promise<Value>, see: (value: Value) => void): () => void {
  const life = new AbortController();
  const follow: Parameters<typeof withDexie>[0] = async ({ SidelightDatabase }) => {
    if (life.signal.aborted) return;
    const following = SidelightDatabase.liveQuery(query).subscribe(see);
    life.signal.addEventListener('abort', () => following.unsubscribe());
  };
  // Where Dexie does not load, the query says so.
  withDexie(follow).catch(async () => {
    const value = await query();
    if (!life.signal.aborted) see(value);
  });
  return () => life.abort();
}
