/**
 * All that the card needs for its first view in one chunk and one style sheet, which the other pages share: each file more
 * costs the first card of a tab more than what is in it. Only what begins the card stands by itself, and Dexie, which is loaded when
 * the first view is painted: a quarter of all that code.
 */
import type { Rolldown } from 'vite';

type Group = Rolldown.CodeSplittingGroup;

/** How the pages' modules are split: what the card's page imports at once, all the way down, is one chunk. */
export function joinFirstView(cardPage: string): { groups: Group[] } {
  const joined = new Set<string>();
  const walk = (context: Rolldown.ChunkingContext) => {
    const waiting = [cardPage];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      for (const id of context.getModuleInfo(next)?.importedIds ?? []) {
        if (joined.has(id)) continue;
        joined.add(id);
        waiting.push(id);
      }
    }
  };
  const name: Group['name'] = (id, context) => {
    if (joined.size === 0) walk(context);
    return joined.has(id) && !id.endsWith(`/entrypoints/card/main.tsx`) ? 'first-view' : null;
  };
  return {
    groups: [
      { name, debugName: 'first-view', includeDependenciesRecursively: false },
      // See `with-dexie`.
      {
        name: 'database',
        test: /\/(?:node_modules\/dexie|lib\/db\/(?:announce-tables|database))/,
        includeDependenciesRecursively: false,
      },
    ],
  };
}
