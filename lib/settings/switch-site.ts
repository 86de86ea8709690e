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

/**
 * The sites after a switch that made `after` of `before` is taken back, whatever else has been switched since: what it listed is listed
 * no more, and what it took off the lists is listed again.
 *
 * Law: `switchBack(after, before, after)` lists what `before` lists.
 */
export function switchBack(
  sites: Settings['sites'],
  before: Settings['sites'],
  after: Settings['sites'],
): Settings['sites'] {
  const back = (list: 'off' | 'on') => {
    const kept = sites[list].filter((site) => before[list].includes(site) || !after[list].includes(site));
    const gone = before[list].filter((site) => !after[list].includes(site) && !kept.includes(site));
    return [...kept, ...gone];
  };
  return { ...sites, off: back('off'), on: back('on') };
}
