/**
 * What an element means to the reading of a page, decided by its name and four attributes: no computed
 * style is ever asked for, since that would make the page lay itself out in the middle of our scan.
 */

/** Part of the sentence around it. */
export const INLINE = 0;
/** Ends the sentence on both sides. */
export const BLOCK = 1;
/** A line break inside a sentence. */
export const BREAK = 2;
/** Inline, but nothing is one word across its edges: images, custom elements, footnote marks. */
export const GAP = 4;
/** Not read. */
export const SKIP = 8;
/** Read for the text of the page, never scanned or painted: navigation, controls. */
export const QUIET = 16;
/** A header or footer in it is not the page's own. */
export const SECTION = 32;
/** A link. */
export const LINK = 64;
/** A header or footer: quiet unless it stands in a section. */
export const EDGE = 128;
/** A form: quiet unless it is a whole page's wrapper. */
export const FORM = 256;

/** Tag name of the element that carries our card, so that we never read ourselves. */
export const CARD_HOST_NAME = 'sidelight-card';

function table(groups: [number, string][]): Map<string, number> {
  const kinds = new Map<string, number>();
  for (const [kind, names] of groups) for (const name of names.split(' ')) kinds.set(name, kind);
  return kinds;
}

const KINDS = table([
  [
    BLOCK,
    'address blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset figcaption ' +
      'figure h1 h2 h3 h4 h5 h6 hgroup hr html legend li ol p summary table tbody td tfoot th thead tr ul',
  ],
  [BLOCK | SECTION, 'article aside main section'],
  [BLOCK | QUIET, 'menu nav search'],
  [BLOCK | EDGE, 'footer header'],
  [BLOCK | FORM, 'form'],
  [BREAK, 'br'],
  [GAP, 'img sub sup'],
  [GAP | QUIET, 'button label'],
  [LINK, 'a'],
  [SKIP, 'head link meta noembed noframes noscript rp rt script style template title'],
  [
    SKIP | GAP,
    `audio canvas code datalist embed frame iframe input kbd listing math meter object optgroup option plaintext ` +
      `pre progress samp select svg textarea video xmp ${CARD_HOST_NAME}`,
  ],
]);

const QUIET_ROLES = new Set(
  (
    'banner button checkbox combobox contentinfo listbox menu menubar menuitem menuitemcheckbox menuitemradio ' +
    'navigation option radio search switch tab tablist toolbar tree treeitem'
  ).split(' '),
);

/** Elements whose attributes can change what their name says. */
export const ATTRIBUTED = '[hidden],[inert],[contenteditable],[role]';

/** The kind that the element's name gives it. */
export function kindOfName(element: Element): number {
  const name = element.localName;
  return KINDS.get(name) ?? (name.includes('-') ? GAP : INLINE);
}

/** What the element's attributes add to its kind. */
export function kindOfAttributes(element: Element): number {
  if (element.hasAttribute('hidden') || element.hasAttribute('inert')) return SKIP;
  const editable = element.getAttribute('contenteditable');
  if (editable !== null && editable !== 'false') return SKIP;
  const role = element.getAttribute('role');
  if (role === null) return 0;
  if (role === 'textbox' || role === 'searchbox') return SKIP;
  if (role === 'article' || role === 'main') return SECTION;
  return QUIET_ROLES.has(role) ? QUIET : 0;
}

/**
 * Whether an element of this kind is quiet where it stands. A form that holds prose is the wrapper that
 * some servers put around the whole page, not a form that a reader fills in.
 */
export function isQuiet(kind: number, element: Element, inSection: boolean): boolean {
  if (kind & QUIET) return true;
  if (kind & EDGE) return !inSection;
  return (kind & FORM) !== 0 && element.querySelector('p,h1,article,main') === null;
}
