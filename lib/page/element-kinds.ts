/**
 * What an element means to the reading of a page, decided by its name and four attributes: no computed
 * style is ever asked for, since that would make the page lay itself out in the middle of our scan. To ask for attributes
 * takes longer than all else about an element: they are asked for only around text in which a term may stand.
 */

/** Ends the sentence on both sides. An element without any mark is part of the sentence around it. */
export const BLOCK = 1;
/** Inline, but nothing is one word across its edges: line breaks, images, custom elements, footnote marks. */
export const GAP = 4;
/** Not read. */
export const SKIP = 8;
/** Never painted: navigation, controls, the page's own header and footer. */
export const QUIET = 16;
export const LINK = 32;
/** A header or footer: quiet unless it is an article's or section's. */
const EDGE = 64;
/** A form: quiet unless it is the wrapper that some servers put around a whole page. */
const FORM = 128;
/** May carry a shadow root. (So may headings and paragraphs: nobody has been seen to give them one.) */
export const HOST = 256;

/** Tag name of the element that carries our card, so that we never read ourselves. */
export const CARD_HOST_NAME = 'sidelight-card';

const KINDS = new Map<string, number>();
const define = (kind: number, names: string) => {
  for (const name of names.split(' ')) KINDS.set(name, kind);
};
define(
  0,
  'abbr b bdi bdo big cite del dfn em font i ins mark q ruby s slot small span strike strong time tt u var wbr',
);
define(GAP, 'br img sub sup');
define(GAP | QUIET, 'button label');
define(LINK, 'a');
// A name that is not here is a block, too.
define(BLOCK | HOST, 'article aside body div main section');
define(BLOCK | QUIET, 'menu nav search summary');
define(BLOCK | EDGE, 'footer header');
define(BLOCK | FORM, 'form');
define(SKIP, 'head noscript rp rt script style template');
define(GAP | SKIP, `code input kbd pre samp select svg textarea ${CARD_HOST_NAME}`);

/** Attributes that can change what an element's name says. */
export const ATTRIBUTES = ['hidden', 'inert', 'contenteditable', 'role'];

/** What makes a header or footer that of an article, and a form that of a whole page. */
const PARTS = 'article,aside,main,section,[role=main],[role=article]';
const WHOLE = 'h1,article,main';

const MARKED = '[hidden],[inert],[contenteditable],[role]';
const SKIPPED =
  '[hidden],[inert],[contenteditable]:not([contenteditable=false]),[role=textbox],[role=searchbox]';
/** banner, button, checkbox, combobox, contentinfo, link, listbox, menu…, navigation, option, radio, search, switch, tab, tablist, toolbar, tree… */
const QUIET_ROLE = /^(?:ban|but|che|com|conte|listb|menu|nav|lin|opt|rad|sea|sw|tab$|tabl[^e]|too|tre)/;

/** The marks of an element by its name, and by where it stands. */
export function kindByName(element: Element, name = element.localName): number {
  const kind = KINDS.get(name) ?? (name.includes('-') ? GAP | HOST : BLOCK);
  if (!(kind & (EDGE | FORM))) return kind;
  const isPart = kind & FORM ? element.querySelector(WHOLE) : element.closest(PARTS);
  return isPart ? kind : kind | QUIET;
}

/** The marks of an element by name and attributes. */
export function kindOf(element: Element, name = element.localName): number {
  const kind = kindByName(element, name);
  if (!element.matches(MARKED)) return kind;
  if (element.matches(SKIPPED)) return kind | SKIP;
  return QUIET_ROLE.test(element.getAttribute('role') ?? '') ? kind | QUIET : kind;
}

/**
 * The element that holds a shadow root. Others than roots may answer to that name: a link, and by a name in it a form, or the
 * document itself.
 */
export function hostOf(root: Node): Element | null {
  return root.nodeType === 11 ? (root as ShadowRoot).host : null;
}

/** Whether an attribute of an element around a node says that nothing in it is painted. */
export function isLeftOut(node: Node): boolean {
  for (let at = node.parentNode; at; ) {
    const marked = (at as Element).closest?.(MARKED);
    if (marked && kindOf(marked) & (SKIP | QUIET)) return true;
    at = marked ? marked.parentNode : hostOf(at.getRootNode());
  }
  return false;
}

/** Whether a click on the element is the page's own: a link, a control, an editor. */
export function isInteractive(target: EventTarget): boolean {
  return (target as Node).nodeType === 1 && (kindOf(target as Element) & (LINK | QUIET | SKIP)) > 0;
}

/** Whether the node is an element that ends the sentence around it. */
export function isBlock(node: Node): boolean {
  return node.nodeType === 1 && (kindByName(node as Element) & BLOCK) > 0;
}
