import type { SaidSelection } from '@/lib/messages/page';
import { readPageText } from '@/lib/page/read-page-text';
import type { Spot } from './held-blocks';
import { topicsNear } from './topics-near';

/** What the reader has selected, where in the page's text, and near which of the mentions; null for nothing. What describes it is loaded for it. */
export async function readSelection(
  document: Document,
  mentions: readonly Spot[],
): Promise<SaidSelection | null> {
  const selection = document.getSelection();
  const text = selection?.toString().trim().slice(0, 10_000);
  if (!selection || !text) return null;
  // The selection's own range follows it to whatever is selected meanwhile.
  const range = selection.getRangeAt(0).cloneRange();
  const { describeRange } = await import('@/lib/anchor/describe');
  return {
    text,
    passage: describeRange(range, readPageText(document)),
    near: topicsNear(range, mentions),
  };
}
