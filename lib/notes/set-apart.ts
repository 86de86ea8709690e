import { saveApart } from '@/lib/db/apart-articles';
import { announceEdit } from '@/lib/messages/announce-edit';
import type { ArticleFacts } from '@/lib/messages/page';
import { ownAddress } from '@/lib/page/canonical-address';

/**
 * Makes the page of an article another article than its `canonical`, with notes of its own, or the same again. No note is
 * changed. Throws what the database throws.
 */
export async function setApart({ url, canonical }: Pick<ArticleFacts, 'url' | 'canonical'>, apart: boolean) {
  await saveApart(url, apart);
  // An open page looks again which notes are its own.
  announceEdit([canonical, ownAddress(url)]);
}
