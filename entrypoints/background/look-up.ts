import { listTopics } from '@/lib/db/topics';
import { loadPublished } from '@/lib/packs/load-published';
import { lookUp } from '@/lib/packs/look-up';
import type { PanelPlace } from '@/lib/panel/place';

/** Where in the panel a text leads: to the topic that it means, else to a search for it. */
export async function findPlace(text: string): Promise<PanelPlace> {
  try {
    const id = lookUp(text, await listTopics(), await loadPublished());
    if (id !== null) return { view: 'topic', id, section: null };
  } catch {
    // Without the database the panel says so itself.
  }
  return { view: 'search', query: text };
}
