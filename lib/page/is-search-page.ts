const ASKS = /[?&](?:q|query|s|search(?:_query)?|wd|word|keywords?|text|p)=[^&]/;
const ENGINE =
  /^(?:www\.|m\.|html\.|lite\.)?(?:google|bing|duckduckgo|baidu|yandex|ecosia|startpage|qwant|sogou|kagi)\.|^search\./;
const SEARCH_PATH = /(?:^|[/_-])(?:search|results|s|suche|buscar|recherche)(?:[/._-]|$)/i;

/** Whether the address is that of a list of search results: every line of it names what was searched for. */
export function isSearchPage(address: string): boolean {
  const { hostname, pathname, search } = new URL(address);
  if (SEARCH_PATH.test(pathname) && /\/search\/./i.test(pathname)) return true;
  if (!ASKS.test(search)) return false;
  return ENGINE.test(hostname) || SEARCH_PATH.test(pathname) || (pathname === '/' && /[?&]s=/.test(search));
}
