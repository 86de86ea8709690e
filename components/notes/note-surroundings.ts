import type { GoneNotes } from '@/components/hooks/use-gone-notes';
import type { SharedVault } from '@/components/hooks/use-shared-vault';
import type { Topic } from '@/lib/model/pack';

/** Whether a note's passage stands on the page at hand; `unsure` where another one that looks alike may be meant. */
export type NoteStanding = 'found' | 'unsure' | 'missing';

/** What a note needs to know of the page it is shown on, and where its topics lead. */
export type NoteSurroundings = {
  byId: ReadonlyMap<string, Topic>;
  gone: GoneNotes;
  shared: SharedVault;
  openTopic: (id: string) => void;
  /** Hears whether a note is being edited. */
  onEditing?: (isEditing: boolean) => void;
  /** Where a note's passage stands on the page at hand; null where that is not known, or for a note on no passage. */
  standing?: (id: string) => NoteStanding | null;
  /** Goes to the passage of a note on the page at hand. */
  onShowNote?: (id: string) => void;
};
