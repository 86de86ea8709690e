import { toSite } from './is-site-on';

/**
 * The site that a reader means by what they typed or pasted: a host, or an address with one. Lower case, without
 * `www.`, in the ASCII form that pages report. `null` where no host can be read from it.
 */
export function readSite(typed: string): string | null {
  const text = typed.trim();
  if (text === '' || /\s/.test(text)) return null;
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  if (!URL.canParse(address)) return null;
  const { protocol, hostname } = new URL(address);
  if (protocol !== 'http:' && protocol !== 'https:') return null;
  const host = hostname.replace(/\.$/, '');
  const isName = /^(?:[a-z\d](?:[a-z\d_-]*[a-z\d])?\.)+[a-z\d-]*[a-z\d]$/.test(host);
  return isName || host === 'localhost' || host.startsWith('[') ? toSite(host) : null;
}
