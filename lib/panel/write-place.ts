import type { PanelPlace } from './place';

/** Most of a text that is looked up, in UTF-16 units: a selection can be a whole article. */
const LONGEST_QUERY = 200;

/** The fragment that names a place, `#` included; empty for the page. */
export function writePlace(place: PanelPlace): string {
  switch (place.view) {
    case 'page':
      return '';
    case 'topic':
      return `#${new URLSearchParams({ topic: place.id, ...(place.section && { section: place.section }) })}`;
    case 'dossier':
      return `#${new URLSearchParams({ dossier: place.id })}`;
    case 'search':
      return `#${new URLSearchParams({ search: toQuery(place.query) })}`;
  }
}

/** A text as it is searched for: one line, no longer than a search bears. */
export function toQuery(text: string): string {
  return text.trim().replace(/\s+/g, ' ').slice(0, LONGEST_QUERY);
}
