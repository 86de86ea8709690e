import { createContext, type Dispatch, useContext } from 'react';
import type { PageAnswer } from '@/components/hooks/use-page-state';
import type { Site } from '@/components/hooks/use-site';
import type { NoteSurroundings } from '@/components/notes/note-surroundings';
import type { ViewContext } from '@/lib/card/first-view';
import type { PageState } from '@/lib/messages/page';
import type { Topic } from '@/lib/model/pack';
import type { PanelAct } from './panel-state';

/** What every part of the panel needs to know and may do. */
export type Panel = NoteSurroundings & {
  /** Null where the browser names no tab. */
  tabId: number | null;
  answer: PageAnswer;
  /** The page, where one answers. */
  page: PageState | null;
  site: Site | null;
  topics: Topic[];
  /** False while it is not known what is installed. */
  topicsKnown: boolean;
  /** As of which date everything is shown, and in which languages. */
  context: ViewContext;
  act: Dispatch<PanelAct>;
  /** Says something quietly to a screen reader. */
  say: (text: string) => void;
  /** Asks the page again. */
  refresh: () => void;
};

/** Set by `App` around its parts. */
export const PanelContext = createContext<Panel | null>(null);

/** The panel around this component. Throws outside of it. */
export function usePanel(): Panel {
  const panel = useContext(PanelContext);
  if (panel === null) throw new Error('A part of the panel stands outside of it');
  return panel;
}
