import type { Settings } from '@/lib/model/settings';

/** Whether Sidelight runs on a host. A listed `example.com` covers its subdomains; `www.` is not a site of its own. */
export function isSiteOn(host: string, sites: Settings['sites']): boolean {
  const covers = (listed: string) => isWithin(host, listed);
  return sites.mode === 'only' ? sites.on.some(covers) : !sites.off.some(covers);
}

/** Whether a host is a site or a subdomain of it. */
export function isWithin(host: string, site: string): boolean {
  return `.${host}`.endsWith(`.${site}`);
}

/** The name under which a host is listed: lower case, without `www.`. */
export function toSite(host: string): string {
  return host.toLowerCase().replace(/^www\./, '');
}
