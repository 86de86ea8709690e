/** The address that stands for a page, out of its own and what it links as canonical. Runs in pages of the extension. */

const TRACKING_PARAMETER = /^(?:utm_\w+|\w+clk?id|mc_[ce]id|igshid|ref_src|spm|cmpid|smid)=/;
/** Hosts of one site for different devices. */
const BY_DEVICE = /^(?:www|m|mobile|amp)\./;

/** The site's own word for the address (`linked`), when it speaks of the same site; else the address without trackers. */
export function canonicalAddress(url: string, linked: string): string {
  const here = new URL(url);
  const stated = URL.parse(linked);
  // Some sites state their front page as canonical of every article: notes of all articles would meet there.
  if (stated?.host.replace(BY_DEVICE, '') === here.host.replace(BY_DEVICE, '')) {
    if (stated.pathname + stated.search !== '/') return stated.href.replace(/#.*/, '');
  }
  const parameters = here.search.slice(1).split('&');
  here.search = parameters.filter((parameter) => !TRACKING_PARAMETER.test(parameter)).join('&');
  return here.href;
}
