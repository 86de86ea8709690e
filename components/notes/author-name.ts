import { i18n } from '#i18n';
import { replicaName } from '@/components/sync/replica-name';

/** A machine that writes in the shared vault. */
export type Author = { id: string; name: string; isSelf: boolean };

/** What the writer of a shared note is called: the reader, the machine's name, or someone who is not known here. */
export function authorName(id: string | undefined, authors: readonly Author[]): string {
  const author = authors.find((one) => one.id === id);
  if (!author) return i18n.t('notes.shared.someone');
  return author.isSelf ? i18n.t('notes.shared.you') : replicaName(author);
}
