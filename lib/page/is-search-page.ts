const ASKS = /[?&](?:q|query|s|search(?:_query)?|wd|keywords?|text|p)=[^&]|\/search\/\w/i;
const IS_SEARCH = /^\w+:\/\/[^/]*\b(?:google|bing|duckduckgo|baidu|yandex|yahoo|kagi|search)\.|[/_-](?:search|results|s)\b|\/\?s=/i;

/** Whether the address is that of a list of search results: every line of it names what was searched for. */
export function isSearchPage(address: string): boolean {
  return ASKS.test(address) && IS_SEARCH.test(address);
}
