import type { NotesStanding, PageFacts, PageState, SaidSelection } from '@/lib/messages/page';
import { pageTopics } from './page-topics';
import { readSelection } from './read-selection';
import { recallFacts } from './recall-facts';
import type { PageScan } from './scan-page';
import type { Stage } from './stage';
import { visibleSpots } from './visible-spots';

/** The state of a visit, for the extension's own pages; `scan` is what was read of the page, if it is read at all. */
export async function readState(
  document: Document,
  scan: PageScan | undefined,
  isOn: boolean,
  stage: Stage,
  notes: NotesStanding,
): Promise<PageState<PageFacts, SaidSelection>> {
  const spots = scan ? visibleSpots(scan, 'mentions') : [];
  return {
    running: scan ? 'on' : isOn ? 'no-index' : 'off',
    article: recallFacts(stage),
    topics: pageTopics(spots),
    selection: await readSelection(document, spots),
    notes,
  };
}
