/** What a page says of itself: its address, title, language, and where it writes dates. */
import type { PageFacts, Written } from '@/lib/messages/page';
import { addressOf } from './address-of';
import { isListPage } from './is-list-page';

/** Longest text that may hold a date. */
const LONGEST_DATA = 200_000;
const LONGEST_DATE = 100;
const MOST_WRITTEN = 200;
/** From this length on a paragraph is the article's own text: its head has ended. */
const LONG_PARAGRAPH = 120;

const SAYS_DATE = /date|time|publi|issued/;
const WIKI: Written = { from: 'meta', label: 'generator', text: 'MediaWiki' };
const ARTICLE = 'article,[itemtype*=Article],[itemtype*=BlogPosting],.hentry,.h-entry';
const MAIN = `${ARTICLE},main,[role=main]`;
const APART =
  'aside,nav,footer,meta,[class*=related i],[class*=comment i],[itemtype*=Object],[itemtype*=Comment],[itemprop~=dateModified],li:has(a[href]),a:has(h2,h3,h4)';
/** In these, a date that is only text is one entry of many. */
const ENTRIES = 'table,ul,ol,dl,form';
const MARKED = '[itemprop~=datePublished],[itemprop~=dateModified],.published,.dt-published';

/** Facts of the article in the document, as the page states them now. */
export function readPageFacts(document: Document): PageFacts {
  return {
    url: addressOf(document),
    linked: readLinked(document),
    title: document.title.slice(0, 1_000),
    language: document.documentElement.lang.slice(0, 35),
    isList: isListPage(document),
    written: [...readData(document), ...readMeta(document), ...readMarked(document), ...readHead(document)]
      .filter(({ text }) => text)
      .slice(0, MOST_WRITTEN),
  };
}

/** The address that the page gives as canonical, or empty. */
export function readLinked(document: Document): string {
  return document.querySelector<HTMLLinkElement>('link[rel~=canonical i][href]')?.href ?? '';
}

function readData(document: Document): Written[] {
  return [...document.querySelectorAll('script[type="application/ld+json" i]')].map(({ textContent }) => ({
    from: 'json-ld',
    label: '',
    text: textContent.length > LONGEST_DATA ? '' : textContent,
  }));
}

function readMeta(document: Document): Written[] {
  return [...document.querySelectorAll('meta[content]')].flatMap((element) => {
    const label = (element.getAttribute('property') ?? element.getAttribute('name') ?? '').toLowerCase();
    if (label === 'generator') return element.getAttribute('content')?.startsWith('MediaWiki') ? [WIKI] : [];
    return SAYS_DATE.test(label) ? toWritten('meta', label, element) : [];
  });
}

/** Dates that the markup itself calls the article's: of the item that the heading stands in, else of the only one. */
function readMarked(document: Document): Written[] {
  const heading = headingOf(document);
  const marked = [...document.querySelectorAll(MARKED)].flatMap((element) => {
    const item = element.closest('[itemscope],.hentry,.h-entry');
    const from = element.localName === 'meta' ? 'meta' : 'time';
    const [written] = toWritten(from, element.getAttribute('itemprop') ?? 'datepublished', element);
    return written && (!item || item.matches(`${ARTICLE},[itemtype*=WebPage]`)) ? [{ item, written }] : [];
  });
  const own = marked.filter(({ item }) => item?.contains(heading));
  const free = marked.filter(({ item, written }) => !item && written.from === 'meta');
  const isOne = new Set(marked.map(({ item, written }) => item ?? written)).size === 1;
  return (isOne ? marked : [...own, ...free]).map(({ written }) => written);
}

/**
 * Dates between the heading of the article, or the beginning of its element, and its first long paragraph or the heading
 * of another; beyond one of its own only `time` elements.
 */
function readHead(document: Document): Written[] {
  const heading = headingOf(document);
  if (!heading) return [];
  const scope = heading.closest(MAIN) ?? document.body;
  const follows = (first: Element, second: Element) =>
    (first.compareDocumentPosition(second) & first.DOCUMENT_POSITION_FOLLOWING) > 0;
  const firstAfter = (name: string, isIt: (element: Element) => boolean = () => true) =>
    [...scope.querySelectorAll(name)].find((element) => follows(heading, element) && isIt(element));
  const end = firstAfter('p', ({ textContent }) => textContent.trim().length > LONG_PARAGRAPH);
  const next = firstAfter('h1,h2,h3');
  const other = firstAfter(':is(h2,h3,h4):has(a[href])');
  // Where the heading stands before the article's element, that of its text is the same article's.
  const articles = [heading, end].map((element) => element?.closest('article') ?? null);
  const dates: Written[] = [];
  for (const element of scope.querySelectorAll('*')) {
    if (element === end || element === other) break;
    const isInHead =
      toText(element) !== null &&
      (element.localName === 'time' || (!(next && follows(next, element)) && !element.closest(ENTRIES))) &&
      (scope.matches(ARTICLE) || follows(heading, element)) &&
      articles.includes(element.closest('article')) &&
      !heading.contains(element) &&
      !element.closest(APART);
    const label = () =>
      element.getAttribute('itemprop') ?? `${element.localName} ${before(element)} ${element.className}`;
    if (isInHead) dates.push(...toWritten('time', label(), element));
  }
  const dateline = (end?.textContent ?? '').trim().slice(0, LONGEST_DATE);
  return [...dates, { from: 'time', label: 'dateline', text: dateline }];
}

function headingOf(document: Document): Element | null {
  const inside = (name: string) => MAIN.replaceAll(/(?=,|$)/g, ` ${name}`);
  return (
    document.querySelector(inside('h1')) ??
    document.querySelector('h1') ??
    document.querySelector(inside('h2')) ??
    document.querySelector('h2')
  );
}

/** What stands before a date in its line: "Updated", say. */
function before(element: Element): string {
  const line = element.parentElement?.textContent ?? '';
  return line.slice(0, line.indexOf(element.textContent)).trim().slice(-40);
}

function toWritten(from: Written['from'], label: string, element: Element): Written[] {
  const text = toText(element);
  return text === null ? [] : [{ from, label: label.toLowerCase().slice(0, LONGEST_DATE), text }];
}

/** What an element itself writes, where that can be a date. */
function toText(element: Element): string | null {
  const { localName } = element;
  // A date in an element of the page's own making ("two hours ago") is mostly that of a change.
  if (localName.includes('-')) return null;
  const text =
    element.getAttribute('content') ??
    element.getAttribute('datetime') ??
    (localName === 'abbr' ? element.getAttribute('title') : null) ??
    (localName === 'time' ? element.textContent : ownText(element));
  return /\d{4}/.test(text) && text.trim().length <= LONGEST_DATE ? text.trim() : null;
}

function ownText({ childNodes }: Element): string {
  return [...childNodes].map((node) => (node.nodeType === node.TEXT_NODE ? node.nodeValue : ' ')).join('');
}
