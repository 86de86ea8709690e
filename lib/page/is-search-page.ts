const QUERY_NAMES = [
  'q',
  'query',
  'search',
  'search_query',
  's',
  'wd',
  'word',
  'keyword',
  'keywords',
  'text',
  'p',
];
const SEARCH_HOST =
  /(?:^|\.)(?:google|bing|duckduckgo|baidu|yandex|ecosia|startpage|qwant|sogou|search|kagi)\./;
const SEARCH_PATH = /(?:^|[/_-])(?:search|results|s|suche|buscar|recherche|sou)(?:[/._-]|$)/i;

/** Whether the address is that of a list of search results: every line of it names what was searched for. */
export function isSearchPage(address: string): boolean {
  const url = new URL(address);
  const asks = QUERY_NAMES.some((name) => url.searchParams.get(name));
  if (SEARCH_PATH.test(url.pathname)) return asks || /\/search\/./i.test(url.pathname);
  if (!asks) return false;
  return SEARCH_HOST.test(url.hostname) || (url.pathname === '/' && url.searchParams.has('s'));
}
