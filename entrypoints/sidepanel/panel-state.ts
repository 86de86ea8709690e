import { isSectionName, type SectionName } from '@/components/topic/section-name';
import type { PanelPlace } from '@/lib/panel/place';
import type { CoarseDate } from '@/lib/time/coarse-date';

/** What the panel shows: the page with the search over it, the card of a topic, all notes on one, or one note that a search found. */
export type View =
  | { view: 'page' }
  | { view: 'topic'; id: string; section: SectionName | null }
  | { view: 'dossier'; id: string }
  | { view: 'note'; id: string };

/** The way from the page to what is shown, what is searched for there, and the date that the reader has set for an article. */
export type PanelState = {
  trail: readonly View[];
  query: string;
  /** Holds for that article only; null: none was set. `article` is its canonical address, null beside no article. */
  chosen: { article: string | null; date: CoarseDate } | null;
};

/** What can happen to it. */
export type PanelAct =
  /** Somebody asked for a place: whatever was open before is left. */
  | { act: 'go'; place: PanelPlace }
  | { act: 'open'; view: View }
  | { act: 'back' }
  | { act: 'section'; section: SectionName | null }
  | { act: 'search'; query: string }
  | { act: 'date'; article: string | null; date: CoarseDate | null };

/** The panel at a place. */
export function startPanel(place: PanelPlace): PanelState {
  return reducePanel({ trail: [], query: '', chosen: null }, { act: 'go', place });
}

/** The state after an act. Pure. */
export function reducePanel(state: PanelState, act: PanelAct): PanelState {
  const { trail } = state;
  switch (act.act) {
    case 'go':
      return {
        ...state,
        trail: toTrail(act.place),
        query: act.place.view === 'search' ? act.place.query : '',
      };
    case 'open':
      return { ...state, trail: [...trail, act.view] };
    case 'back':
      return { ...state, trail: trail.slice(0, -1) };
    case 'section': {
      const here = trail.at(-1);
      if (here?.view !== 'topic') return state;
      return { ...state, trail: [...trail.slice(0, -1), { ...here, section: act.section }] };
    }
    case 'search':
      return { ...state, query: act.query };
    case 'date':
      return { ...state, chosen: act.date === null ? null : { article: act.article, date: act.date } };
  }
}

/** What is shown. */
export function viewOf({ trail }: PanelState): View {
  return trail.at(-1) ?? { view: 'page' };
}

/** The place that leads back to what is shown; a note has none of its own. */
export function placeOf(state: PanelState): PanelPlace {
  const view = viewOf(state);
  if (view.view === 'topic' || view.view === 'dossier') return view;
  return state.query.trim() === '' ? { view: 'page' } : { view: 'search', query: state.query };
}

function toTrail(place: PanelPlace): View[] {
  switch (place.view) {
    case 'page':
    case 'search':
      return [];
    case 'topic':
      return [{ ...place, section: isSectionName(place.section) ? place.section : null }];
    case 'dossier':
      return [place];
  }
}
