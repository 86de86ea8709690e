/**
 * The address that stands for an article, however its page was reached: with trackers, in a version for telephones or
 * for print, out of a cache. Runs on texts alone.
 */

const TRACKING =
  /^(?:utm_\w+|\w+clk?id|mc_[ce]id|igshid|ref_src|spm|cmpid|smid|usqp|amp_(?:js_v|gsa|ct))(?:=|$)/;
/** Parameters that ask for another version of the same page. */
const VERSION =
  /^(?:amp(?:=(?:1|true|yes)?)?|print(?:able)?(?:=(?:1|true|yes|y|print)?)?|(?:output(?:type)?|view|format|mode|pagewanted)=(?:amp|print))$/i;
/** The same in the path: as any part of it, as its last parts, as an ending. */
const VERSION_PARTS = [
  /\/amp(?=\/|$)/gi,
  /(?:\/+print(?:er-friendly)?)+(?=\/?$)/i,
  /(?:\.amp)+(?=(?:\.html?)?\/?$)/i,
];
/** Hosts of one site for different devices. */
const BY_DEVICE = /^(?:www|m|mobile|amp)\./;
/** A cache's address holds that of the page: `s` where it is a secure one. */
const CACHES = [
  { host: /\.cdn\.ampproject\.org$/, path: /^\/[a-z]\w*\/(s\/)?([^/]+\.[^/]+)(\/.*)?$/ },
  {
    host: /^(?:www\.)?(?:google|bing)(?:\.com|(?:\.com?)?\.[a-z]{2})$/,
    path: /^\/amp\/(s\/)?([^/]+\.[^/]+)(\/.*)?$/,
  },
];

/** The site's own word for the address (`linked`), when it speaks of the same site; else that of the usual version of the page. */
export function canonicalAddress(url: string, linked: string): string {
  const stated = URL.parse(linked);
  // Some sites state their front page as canonical of every article: notes of all articles would meet there.
  if (stated && toSite(stated) === toSite(unpack(new URL(url))) && stated.pathname + stated.search !== '/')
    return stated.href.replace(/#.*/, '');
  return usualAddress(url);
}

/** The address itself, without fragment and trackers. */
export function ownAddress(url: string): string {
  const own = new URL(url);
  own.hash = '';
  dropParameters(own, TRACKING);
  return own.href;
}

function usualAddress(url: string): string {
  const here = unpack(new URL(ownAddress(url)));
  here.host = here.host.replace(/^(?:m|mobile|amp)\.(?=.*\.)/, 'www.');
  dropParameters(here, VERSION);
  const path = VERSION_PARTS.reduce((path, version) => path.replace(version, ''), here.pathname);
  // A front page stands for no article.
  if (/[^/]/.test(path)) here.pathname = path;
  return here.href;
}

function dropParameters(url: URL, which: RegExp): void {
  const parameters = url.search.slice(1).split('&');
  url.search = parameters.filter((one) => !which.test(one)).join('&');
}

/** The page behind a cache's address; any other address as it is. */
function unpack(url: URL): URL {
  for (const { host, path } of CACHES) {
    const [, secure, page, rest = '/'] = (host.test(url.host) && path.exec(url.pathname)) || [];
    const inner = page ? URL.parse(`${secure ? 'https' : 'http'}://${page}${rest}${url.search}`) : null;
    if (inner) return inner;
  }
  return url;
}

function toSite({ host }: URL): string {
  return host.replace(BY_DEVICE, '');
}
