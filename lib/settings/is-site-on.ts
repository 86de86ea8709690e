import type { Settings } from '@/lib/model/settings';

/** Whether Sidelight runs on a host. A listed `example.com` covers its subdomains; `www.` is not a site of its own. */
export function isSiteOn(host: string, sites: Settings['sites']): boolean {
  const covers = (listed: string) => host === listed || host.endsWith(`.${listed}`);
  return sites.mode === 'only' ? sites.on.some(covers) : !sites.off.some(covers);
}

/** The name under which a host is listed: lower case, without `www.`. */
export function toSite(host: string): string {
  return host.toLowerCase().replace(/^www\./, '');
}
