/** Text from pages, packs and readers on its way into another document: nothing in it may act there. */

/** An address of the web as the browser writes it, without what would end a link early; `undefined` for any other. */
export function toWebAddress(address: string | undefined): string | undefined {
  const url = address === undefined ? null : URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined;
  return url.href.replace(/[<>\\]/g, encodeURIComponent);
}

/** A text without line breaks and control characters: each starts something new where it is pasted. */
export function toOneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** A text for HTML, in an element or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Backslashes before all signs that can begin or end something, and before a list, heading or rule at the start. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|~&#!$^]/g, '\\$&')
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}
