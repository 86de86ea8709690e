import { loadCanonical } from '@/lib/db/apart-articles';
import type { BackgroundCalls } from '@/lib/messages/background';
import type { PageNote } from '@/lib/messages/page';
import { AppError } from '@/lib/model/app-error';
import { notesOfPage } from '@/lib/notes/read-notes';
import { canonicalAddress } from '@/lib/page/canonical-address';

/**
 * The notes on passages of the article at an address, for the page that shows it; `callerUrl` is the browser's word for
 * where that is. Throws `message-refused` where a page asks for another site.
 */
export async function listPageNotes(
  { url, linked }: BackgroundCalls['notesOfPage']['request'],
  callerUrl: string,
): Promise<PageNote[]> {
  if (URL.parse(callerUrl)?.origin !== new URL(url).origin)
    throw new AppError('message-refused', { detail: 'notes of another site' });
  const canonical = await loadCanonical({ url, canonical: canonicalAddress(url, linked) });
  return (await notesOfPage(canonical)).flatMap(({ id, target }) =>
    target?.selectors ? [{ id, selectors: target.selectors }] : [],
  );
}
