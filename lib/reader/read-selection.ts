import { describeRange } from '@/lib/anchor/describe';
import type { SaidSelection } from '@/lib/messages/page';
import { readPageText } from '@/lib/page/read-page-text';

/** What the reader has selected, and where in the page's text; null for nothing. */
export function readSelection(document: Document): SaidSelection | null {
  const selection = document.getSelection();
  const text = selection?.toString().trim().slice(0, 10_000);
  if (!selection || !text) return null;
  return { text, passage: describeRange(selection.getRangeAt(0), readPageText(document)) };
}
