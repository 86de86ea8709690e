import { createContext, useContext } from 'react';
import type { PageAnswer } from '@/components/hooks/use-page-state';
import type { Site } from '@/components/hooks/use-site';
import type { TargetTab } from '@/components/hooks/use-target-tab';
import type { NoteSurroundings } from '@/components/notes/note-surroundings';
import type { Dating } from '@/components/topic/DateHeading';
import type { PageState } from '@/lib/messages/page';
import type { Topic } from '@/lib/model/pack';

/** What can be opened over the overview: a topic's card, or one note that a search found. */
export type View = { view: 'topic'; id: string } | { view: 'note'; id: string };

/** What every part of the popup needs to know and may do. */
export type Popup = NoteSurroundings & {
  tab: TargetTab | null;
  answer: PageAnswer;
  /** The page, where one answers. */
  page: PageState | null;
  /** The date of the page's article and its correction, where there is a page. */
  dating: Dating | null;
  site: Site | null;
  topics: Topic[];
  /** False while it is not known what is installed. */
  topicsKnown: boolean;
  /** Opens a view over the one that is shown. */
  open: (view: View) => void;
  /** Says something quietly to a screen reader. */
  say: (text: string) => void;
  /** Asks the page again. */
  refresh: () => void;
};

/** Set by `App` around its parts. */
export const PopupContext = createContext<Popup | null>(null);

/** The popup around this component. Throws outside of it. */
export function usePopup(): Popup {
  const popup = useContext(PopupContext);
  if (popup === null) throw new Error('A part of the popup stands outside of it');
  return popup;
}
