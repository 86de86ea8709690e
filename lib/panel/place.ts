/**
 * Where in the side panel: what the panel can be asked to show, and its written form, the fragment of the panel's
 * address. `#topic=ascend-950&section=timeline`, `#dossier=ascend-950`, `#search=two%20words`; the page otherwise.
 */

import { toQuery } from './write-place';

/** A place in the panel. `section` is a section's name as asked for, which this version may not have. */
export type PanelPlace =
  | { view: 'page' }
  | { view: 'topic'; id: string; section: string | null }
  | { view: 'dossier'; id: string }
  | { view: 'search'; query: string };

/** As `idSchema` in `lib/model/pack`, which brings zod along. */
const TOPIC_ID = /^(?=.{1,80}$)[a-z0-9]+(?:-[a-z0-9]+)*$/;
const SECTION = /^[a-z-]{1,30}$/;

/** The place that a fragment names; the page where it names none that we know. */
export function readPlace(fragment: string): PanelPlace {
  const asked = new URLSearchParams(fragment.replace(/^#/, ''));
  const topic = asked.get('topic') ?? '';
  const section = asked.get('section') ?? '';
  const dossier = asked.get('dossier') ?? '';
  const query = toQuery(asked.get('search') ?? '');
  if (TOPIC_ID.test(topic)) {
    return { view: 'topic', id: topic, section: SECTION.test(section) ? section : null };
  }
  if (TOPIC_ID.test(dossier)) return { view: 'dossier', id: dossier };
  return query === '' ? { view: 'page' } : { view: 'search', query };
}
