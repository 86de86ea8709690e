/**
 * Paint without touching the page: one `Highlight` per topic group, made of `StaticRange`s. A live `Range`
 * would tax every text edit and removal that the page makes, ten thousand of them a hundredfold.
 */

import { toPoint } from '@/lib/page/page-text';
import type { HeldBlock } from './held-blocks';

/** Line and hue of the groups that have one of their own; groups differ in both. */
const GROUP_STYLES: Record<string, string> = {
  huawei: 'solid 1px/#d0453a',
  nvidia: 'dashed 1.5px/#5d9c1f',
  ascend: 'dotted 2px/#d0453a',
  'export-controls': 'double 1px/#4a73d9',
};
const OTHER_STYLE = 'dotted 1.5px/#8a8a8a';

/** Paints and unpaints blocks, in the document and in the shadow roots it is told of. */
export class Painter {
  readonly #highlights = new Map<string, Highlight>();
  readonly #roots = new Set<Document | ShadowRoot>();
  readonly #document: Document;
  readonly #sheet = new CSSStyleSheet();

  constructor(document: Document) {
    this.#document = document;
    // An earlier version of ours may have left its paint when it was updated away.
    for (const name of [...CSS.highlights.keys()]) {
      if (name.startsWith('sidelight-')) CSS.highlights.delete(name);
    }
  }

  /** Makes our paint show in an open shadow root: style sheets of the document do not reach into it. */
  addRoot(root: Document | ShadowRoot): void {
    this.#roots.add(root);
    this.#adopt(root);
  }

  /** Paints the mentions of the block that are meant to be seen, and nothing else of it. */
  paint(held: HeldBlock): void {
    this.unpaint(held);
    if (held.painted.length > 0) this.#adopt(this.#document);
    for (const mention of held.painted) {
      const start = toPoint(held.block, mention.start, 'start');
      const end = toPoint(held.block, mention.end, 'end');
      const range = new StaticRange({
        startContainer: start.node,
        startOffset: start.offset,
        endContainer: end.node,
        endOffset: end.offset,
      });
      const highlight = this.#highlightOf(mention.group);
      highlight.add(range);
      held.marks.push({ highlight, range });
    }
  }

  unpaint(held: HeldBlock): void {
    for (const { highlight, range } of held.marks) highlight.delete(range);
    held.marks = [];
  }

  /** Takes away all paint and every trace of style. */
  stop(): void {
    for (const [group, highlight] of this.#highlights) {
      highlight.clear();
      if (CSS.highlights.get(toName(group)) === highlight) CSS.highlights.delete(toName(group));
    }
    this.#highlights.clear();
    for (const root of [this.#document, ...this.#roots]) {
      if (root.adoptedStyleSheets.includes(this.#sheet)) {
        root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
      }
    }
  }

  #highlightOf(group: string): Highlight {
    const known = this.#highlights.get(group);
    if (known) return known;
    const highlight = new Highlight();
    this.#highlights.set(group, highlight);
    this.#sheet.replaceSync(toStyleSheet([...this.#highlights.keys()]));
    CSS.highlights.set(toName(group), highlight);
    return highlight;
  }

  /** Pages that set their list of sheets anew drop ours: so this is asked before each paint. */
  #adopt(root: Document | ShadowRoot): void {
    if (!root.adoptedStyleSheets.includes(this.#sheet)) root.adoptedStyleSheets.push(this.#sheet);
  }
}

function toName(group: string): string {
  return `sidelight-${group}`;
}

/** The rules for these groups: on screen only, in a colour mixed from the text's own so that it suits dark pages. */
export function toStyleSheet(groups: readonly string[]): string {
  const rules = groups.map((group) => {
    const [line, hue] = (GROUP_STYLES[group] ?? OTHER_STYLE).split('/');
    const colour = `color-mix(in oklab, ${hue} 70%, currentColor)`;
    return `::highlight(${toName(group)}){text-decoration:underline ${line} ${colour};text-underline-offset:.18em}`;
  });
  const names = groups.map((group) => `::highlight(${toName(group)})`).join(',');
  const forced = names ? `@media (forced-colors:active){${names}{text-decoration-color:Highlight}}` : '';
  return `@media screen{${rules.join('')}${forced}}`;
}
