import { loadCanonical, loadJoined, saveJoined } from '@/lib/db/apart-articles';
import { announceEdit } from '@/lib/messages/announce-edit';
import type { ArticleFacts } from '@/lib/messages/page';
import { canonicalAddress, ownAddress } from '@/lib/page/canonical-address';

/**
 * Makes the page of an article the same article as the one at another address, with the notes of that one; null takes it
 * back. No note is changed. Throws what the database throws.
 */
export async function joinArticle(
  { url, canonical }: Pick<ArticleFacts, 'url' | 'canonical'>,
  address: string | null,
): Promise<void> {
  const before = await loadJoined(url);
  const joined =
    address === null ? null : await loadCanonical({ url: address, canonical: canonicalAddress(address, '') });
  await saveJoined(url, joined);
  // An open page looks again which notes are its own.
  announceEdit([canonical, ownAddress(url), ...[before, joined].filter((one) => one !== null)]);
}
