/**
 * Paint without touching the page: one `Highlight` per topic group, made of `StaticRange`s. A live `Range`
 * would tax every text edit and removal that the page makes, ten thousand of them a hundredfold.
 */
import type { Mention } from '@/lib/detect/mention';
import { HIGHLIGHT_PREFIX, type Look } from '@/lib/model/look';
import { toPoint } from '@/lib/page/page-text';
import type { Guard } from './guard';
import type { HeldBlock } from './held-blocks';

/** How soon paint is back that the page has thrown out together with its own. */
const TEND_MS = 2_000;

/** Paints blocks, in the document and in open shadow roots. */
export type Painter = ReturnType<typeof createPainter>;

/**
 * A painter of the document, which tells when it first paints. At its guard's end all paint goes; what stays is an empty
 * style sheet.
 */
export function createPainter(
  { later, atEnd }: Guard,
  document: Document,
  look: Look,
  onFirst: () => void = () => {},
) {
  const highlights = new Map<string, Highlight>();
  const sheet = new CSSStyleSheet();

  /** The document's style sheets do not reach into shadow roots; and what has left the page has no list of them. */
  const adopt = (root: Partial<DocumentOrShadowRoot>) => {
    if (root.adoptedStyleSheets?.includes(sheet) === false) root.adoptedStyleSheets.push(sheet);
  };

  /** Pages set their list of style sheets anew, and clear the registry that they share with us. */
  const tend = () => {
    for (const [group, highlight] of highlights) {
      adopt(document);
      if (!CSS.highlights.has(HIGHLIGHT_PREFIX + group))
        CSS.highlights.set(HIGHLIGHT_PREFIX + group, highlight);
    }
    later(TEND_MS, tend);
  };

  const highlightOf = (group: string) => {
    let highlight = highlights.get(group);
    if (!highlight) {
      if (!highlights.size) {
        // All groups at once: each change of the sheet makes the browser look at every element of the page.
        sheet.replaceSync(look.sheet);
        adopt(document);
        later(TEND_MS, tend);
        onFirst();
      }
      highlight = new Highlight();
      highlights.set(group, highlight);
      CSS.highlights.set(HIGHLIGHT_PREFIX + group, highlight);
    }
    return highlight;
  };

  atEnd(() => {
    for (const group of highlights.keys()) CSS.highlights.delete(HIGHLIGHT_PREFIX + group);
    sheet.replaceSync('');
  });

  return {
    /** Paints these mentions of the block and nothing else of it. */
    paint(held: HeldBlock, mentions: Mention[]): void {
      for (const [highlight, range] of held.marks) highlight.delete(range);
      held.painted = mentions;
      if (mentions.length) adopt((held.block.nodes[0] as Text).getRootNode() as Document);
      held.marks = mentions.map(({ group, start, end }) => {
        const from = toPoint(held.block, start, 'start');
        const to = toPoint(held.block, end, 'end');
        const range = new StaticRange({
          startContainer: from.node,
          startOffset: from.offset,
          endContainer: to.node,
          endOffset: to.offset,
        });
        return [highlightOf(group).add(range), range];
      });
    },
  };
}
