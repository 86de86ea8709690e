import { originalAddress } from './address-date';
import { daysBetween } from './days-between';
import { readDay } from './read-day';

const ARTICLE = /(?:Article|Report|BlogPosting|SocialMediaPosting|DiscussionForumPosting)$/;
const WEB_PAGE = /\bWebPage$/;
const LIST = /(?:CollectionPage|SearchResultsPage)$/;
/** A web page that was changed after this many days is kept up to date, and is not the news of one day. */
const KEPT_UP_DAYS = 30;

type Node = Record<string, unknown>;

/**
 * What the data of a page say: when its one main article was published and changed, or the page itself where they
 * describe no article; or that they describe several.
 */
export type DataDates =
  | { is: 'article' | 'page'; published: string[]; updated: string[] }
  | { is: 'several' };

/**
 * The dates of the article that the JSON-LD texts describe: of several, of the one that states one of these addresses
 * as its own. Without an article, those of a web page that is not kept up.
 */
export function readJsonLd(texts: readonly string[], addresses: readonly string[]): DataDates {
  const nodes = texts.flatMap(nodesOf);
  const articles = nodes.filter((node) => isOf(node, ARTICLE));
  const here = articles.filter((node) => relationTo(node, addresses) === 'same');
  if (here.length > 0) return datesOf('article', here);
  if (nodes.some((node) => isOf(node, LIST))) return { is: 'several' };
  const open = articles.filter((node) => relationTo(node, addresses) === 'open');
  const titles = new Set((open.length > 0 ? open : articles).map(({ headline, name }) => headline ?? name));
  if (titles.size > 1) return { is: 'several' };
  if (open.length > 0) return datesOf('article', open);
  const pages = articles.length > 0 ? [] : nodes.filter((node) => isOf(node, WEB_PAGE) && !isKeptUp(node));
  return datesOf('page', pages);
}

/** The objects that stand for the page's own things: at the top, in a graph, or as main entity. */
function nodesOf(text: string): Node[] {
  try {
    // Some pages break lines inside of texts.
    return spread(JSON.parse(unwrap(text).replaceAll(/\p{Cc}+/gu, ' ')));
  } catch {
    // Broken or endlessly nested JSON-LD is as good as none: the page is not ours to mend.
    return [];
  }
}

/** Without the CDATA section, itself in a comment, that some pages still put around their scripts. */
function unwrap(text: string): string {
  const [, inner] = text.split('<![CDATA[', 2);
  if (inner === undefined) return text;
  return inner
    .slice(0, inner.lastIndexOf(']]>'))
    .replace(/^\s*\*\//, '')
    .replace(/\/[/*]\s*$/, '');
}

function spread(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(spread);
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Node;
  return [node, ...spread(node['@graph']), ...spread(node.mainEntity)];
}

function isOf(node: Node, types: RegExp): boolean {
  return [node['@type']].flat().some((type) => types.test(`${type}`));
}

function datesOf(is: 'article' | 'page', nodes: readonly Node[]): DataDates {
  const all = (key: string) => nodes.flatMap((node) => texts(node[key]));
  return { is, published: all('datePublished'), updated: all('dateModified') };
}

function isKeptUp(node: Node): boolean {
  const [published, updated] = [node.datePublished, node.dateModified].map((date) =>
    readDay(texts(date)[0] ?? ''),
  );
  return Boolean(published && updated) && daysBetween(published as string, updated as string) > KEPT_UP_DAYS;
}

/** Whether an article states this page's address as its own, another page's of this site, or leaves it open. */
function relationTo(
  { url, '@id': id, mainEntityOfPage }: Node,
  addresses: readonly string[],
): 'same' | 'other' | 'open' {
  const page = (mainEntityOfPage ?? {}) as Node;
  const stated = [url, id, mainEntityOfPage, page['@id'], page.url]
    .flatMap(texts)
    .flatMap((text) => URL.parse(text, addresses[0]) ?? [])
    // Many sites state their front page where the article's should stand.
    .filter(({ pathname, search }) => pathname + search !== '/');
  const here = addresses.map((address) => new URL(originalAddress(address)));
  if (stated.some((one) => here.some((other) => isSame(one, other)))) return 'same';
  const isOther =
    stated.length > 0 && stated.every((one) => here.some(({ host }) => toSite(host) === toSite(one.host)));
  return isOther ? 'other' : 'open';
}

function isSame(stated: URL, here: URL): boolean {
  if (toSite(stated.host) !== toSite(here.host) || (stated.search && stated.search !== here.search))
    return false;
  const [one, other] = [stated, here].map(({ pathname }) => pathname.replace(/\/(?:amp\/?)?$/, ''));
  return one === other;
}

function toSite(host: string): string {
  return host.replace(/^(?:www|m|mobile|amp)\./, '');
}

function texts(value: unknown): string[] {
  return [value].flat().filter((text) => typeof text === 'string');
}
