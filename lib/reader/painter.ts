/**
 * Paint without touching the page: one `Highlight` per topic group, made of `StaticRange`s. A live `Range`
 * would tax every text edit and removal that the page makes, ten thousand of them a hundredfold.
 */
import type { Mention } from '@/lib/detect/mention';
import { toPoint } from '@/lib/page/page-text';
import type { HeldBlock } from './held-blocks';

const NAME = 'sidelight-';

/** Line and hue of the groups that have one of their own; groups differ in both. */
const STYLES: Record<string, string> = {
  huawei: 'solid 1px#d0453ab0',
  nvidia: 'dashed 1.5px#5d9c1fb0',
  ascend: 'dotted 2px#b5479db0',
  'export-controls': 'double 1px#4a73d9b0',
};
const OTHER_STYLE = 'dotted 1.5px#888b';

/** Paints blocks, in the document and in the shadow roots it is told of. */
export type Painter = ReturnType<typeof createPainter>;

/** A painter of the document; it paints until `stop`. */
export function createPainter(document: Document) {
  const highlights = new Map<string, Highlight>();
  const sheet = new CSSStyleSheet();

  /** Style sheets of the document do not reach into shadow roots; and pages that set their list anew drop ours. */
  const adopt = (root: Document | ShadowRoot) => {
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  };

  const highlightOf = (group: string) => {
    let highlight = highlights.get(group);
    if (!highlight) {
      highlight = new Highlight();
      highlights.set(group, highlight);
      CSS.highlights.set(NAME + group, highlight);
      sheet.replaceSync(toStyleSheet([...highlights.keys()]));
    }
    return highlight;
  };

  return {
    adopt,
    /** Paints these mentions of the block and nothing else of it. */
    paint(held: HeldBlock, mentions: Mention[]): void {
      for (const [highlight, range] of held.marks) highlight.delete(range);
      held.painted = mentions;
      if (mentions.length) adopt(document);
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
    /** Takes away all paint; what stays is an empty style sheet. */
    stop(): void {
      for (const group of highlights.keys()) CSS.highlights.delete(NAME + group);
      sheet.replaceSync('');
    },
  };
}

/**
 * The rules for these groups: on screen, not in print; in middle tones, half transparent, which suit light
 * and dark pages alike. Where the reader forces colours the line takes the text's.
 */
export function toStyleSheet(groups: readonly string[]): string {
  const rules = groups.map(
    (group) =>
      `::highlight(${NAME}${group}){text-decoration:underline ${STYLES[group] ?? OTHER_STYLE};text-underline-offset:.18em}`,
  );
  return `@media screen{${rules.join('')}}`;
}
