import { describeRange } from '@/lib/anchor/describe';
import type { SaidSelection } from '@/lib/messages/page';
import { readPageText } from '@/lib/page/read-page-text';
import type { Spot } from './held-blocks';
import { topicsNear } from './topics-near';

/** What the reader has selected, where in the page's text, and near which of the mentions; null for nothing. */
export function readSelection(document: Document, mentions: readonly Spot[]): SaidSelection | null {
  const selection = document.getSelection();
  const text = selection?.toString().trim().slice(0, 10_000);
  if (!selection || !text) return null;
  const range = selection.getRangeAt(0);
  return {
    text,
    passage: describeRange(range, readPageText(document)),
    near: topicsNear(range, mentions),
  };
}
