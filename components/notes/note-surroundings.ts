import type { GoneNotes } from '@/components/hooks/use-gone-notes';
import type { SharedVault } from '@/components/hooks/use-shared-vault';
import type { Topic } from '@/lib/model/pack';

/** What a note needs to know of the page it is shown on, and where its topics lead. */
export type NoteSurroundings = {
  byId: ReadonlyMap<string, Topic>;
  gone: GoneNotes;
  shared: SharedVault;
  openTopic: (id: string) => void;
};
