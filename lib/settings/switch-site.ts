import type { Settings } from '@/lib/model/settings';
import { isSiteOn, toSite } from './is-site-on';

/**
 * The sites after the reader switched one host on or off.
 *
 * Law: `isSiteOn(host, switchSite(sites, host, on))` is `on`, and the mode never changes. Taking a host off a list
 * takes off every listed site that covers it, a parent domain too: there is no other way to free it.
 */
export function switchSite(sites: Settings['sites'], host: string, on: boolean): Settings['sites'] {
  if (isSiteOn(host, sites) === on) return sites;
  const site = toSite(host);
  const covers = (listed: string) => host === listed || host.endsWith(`.${listed}`);
  const without = (list: string[]) => list.filter((listed) => !covers(listed));
  if (sites.mode === 'only') return { ...sites, on: on ? [...sites.on, site] : without(sites.on) };
  return { ...sites, off: on ? without(sites.off) : [...sites.off, site] };
}
