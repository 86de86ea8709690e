/**
 * Dexie, with our databases, is loaded when it is first needed: a card's first view is read without (see `open-bare`), and
 * would wait for a quarter more code. Pages that work on notes from the first import it with what they do.
 */
type Loaded = typeof import('./database');

const held: { loaded?: Loaded } = {};

/**
 * Works with Dexie: at once where it is loaded (a live query that has awaited anything else no longer knows what it
 * reads), else when it is.
 */
export function withDexie<Answer>(work: (loaded: Loaded) => Promise<Answer>): Promise<Answer> {
  return held.loaded ? work(held.loaded) : loadDexie().then(work);
}

/** Loads Dexie, for what will need it soon. */
export async function loadDexie(): Promise<Loaded> {
  held.loaded = await import('./database');
  return held.loaded;
}
