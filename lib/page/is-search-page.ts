const ASKS = /[?&](?:q|query|s|search|wd|keywords?|text|p)=[^&]|\/search\/\w/;
const IS_SEARCH =
  /\/\/[^/]*\b(?:google|bing|duckduckgo|baidu|yandex|yahoo)\.|[/_-](?:search|results|s)\b|\/\?s=/;

/** Whether the address is that of a list of search results: every line of it names what was searched for. */
export function isSearchPage(address: string): boolean {
  return ASKS.test(address) && IS_SEARCH.test(address);
}
