/**
 * What an element means to the reading of a page, decided by its name and four attributes: no computed
 * style is ever asked for, since that would make the page lay itself out in the middle of our scan.
 */

/** Ends the sentence on both sides. An element without any mark is part of the sentence around it. */
export const BLOCK = 1;
/** A line break inside a sentence. */
export const BREAK = 2;
/** Inline, but nothing is one word across its edges: images, custom elements, footnote marks. */
export const GAP = 4;
/** Not read. */
export const SKIP = 8;
/** Never painted: navigation, controls. */
export const QUIET = 16;
/** A header or footer in it is not the page's own. */
export const SECTION = 32;
export const LINK = 64;
/** A header or footer: quiet unless it stands in a section. */
export const EDGE = 128;
/** A form: quiet unless it is a whole page's wrapper. */
export const FORM = 256;

/** Tag name of the element that carries our card, so that we never read ourselves. */
export const CARD_HOST_NAME = 'sidelight-card';

const KINDS = new Map<string, number>();
const define = (kind: number, names: string) => {
  for (const name of names.split(' ')) KINDS.set(name, kind);
};
define(
  BLOCK,
  'address blockquote body caption center dd details dialog div dl dt fieldset figcaption figure h1 h2 h3 h4 ' +
    'h5 h6 hgroup hr html legend li ol p summary table tbody td tfoot th thead tr ul',
);
define(BLOCK | SECTION, 'article aside main section');
define(BLOCK | QUIET, 'menu nav search');
define(BLOCK | EDGE, 'footer header');
define(BLOCK | FORM, 'form');
define(BREAK, 'br');
define(GAP, 'img sub sup');
define(GAP | QUIET, 'button label');
define(LINK, 'a');
define(SKIP, 'head link meta noscript rp rt script style template');
define(
  GAP | SKIP,
  `audio canvas code datalist iframe input kbd math meter object pre progress samp select svg textarea video ${CARD_HOST_NAME}`,
);

const QUIET_ROLE =
  /^(?:banner|button|checkbox|combobox|contentinfo|listbox|menu.*|navigation|option|radio|search|switch|tab|tablist|toolbar|tree.*)$/;

/** Elements whose attributes can change what their name says. */
export const ATTRIBUTES = ['hidden', 'inert', 'contenteditable', 'role'];

/** The kind that the element's name gives it: marks of this file. */
export function kindOfName(element: Element): number {
  const name = element.localName;
  return KINDS.get(name) ?? (name.includes('-') ? GAP : 0);
}

/** Marks that the element's attributes add. */
export function kindOfAttributes(element: Element): number {
  const editable = element.getAttribute('contenteditable') ?? 'false';
  if (element.hasAttribute('hidden') || element.hasAttribute('inert') || editable !== 'false') return SKIP;
  const role = element.getAttribute('role') ?? '';
  if (/^(?:text|search)box$/.test(role)) return SKIP;
  return QUIET_ROLE.test(role) ? QUIET : /^(?:article|main)$/.test(role) ? SECTION : 0;
}

/**
 * Whether an element of this kind is quiet where it stands. A form that holds prose is the wrapper that
 * some servers put around the whole page, not a form that a reader fills in.
 */
export function isQuiet(kind: number, element: Element, inSection: boolean): boolean {
  return (
    (kind & QUIET) > 0 ||
    ((kind & EDGE) > 0 && !inSection) ||
    ((kind & FORM) > 0 && !element.querySelector('p,h1,article,main'))
  );
}

/** Whether the node is an element that ends the sentence around it. */
export function isBlock(node: Node): boolean {
  return node.nodeType === 1 && (kindOfName(node as Element) & BLOCK) > 0;
}
