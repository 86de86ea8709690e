/**
 * Puts a text on the clipboard, with HTML beside it where given; whether it worked. To be called while the browser
 * handles the reader's press.
 *
 * Through a `copy` event: the page around the card's frame can forbid the frame the asynchronous clipboard, by its
 * Permissions-Policy, but not this. No other way is left to do it, so the deprecated call is meant.
 */
export function copyText({ text, html }: { text: string; html?: string }): boolean {
  let isPut = false;
  const put = (event: ClipboardEvent) => {
    if (event.clipboardData === null) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData.setData('text/plain', text);
    if (html !== undefined) event.clipboardData.setData('text/html', html);
    isPut = true;
  };
  document.addEventListener('copy', put, { capture: true });
  try {
    return document.execCommand('copy') && isPut;
  } catch {
    // Switched off: the caller shows the text, to be copied by hand.
    return false;
  } finally {
    document.removeEventListener('copy', put, { capture: true });
  }
}
