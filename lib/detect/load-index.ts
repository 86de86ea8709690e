import { type IndexTables, type IndexViews, viewIndex } from './layout';

/** A term index ready to scan with. `tables` parses on the first call: a page without a match never pays it. */
export type TermIndex = { views: IndexViews; tables: () => IndexTables };

/** Views over the bytes that `compileIndex` wrote; null when they are not an index of this version. */
export function loadIndex(bytes: Uint8Array): TermIndex | null {
  const views = viewIndex(bytes);
  if (!views) return null;
  let parsed: IndexTables | null = null;
  const tables = () => {
    parsed ??= JSON.parse(new TextDecoder().decode(views.tables)) as IndexTables;
    return parsed;
  };
  return { views, tables };
}
