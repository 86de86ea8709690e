/**
 * The listing of a WebDAV folder (RFC 4918, 207 Multi-Status), in the dialects of the servers there are: any
 * namespace prefix, addresses whole or as paths, folders marked by a resource type or only by a slash. Works in
 * a worker, which has no DOMParser.
 */
import { XMLParser } from 'fast-xml-parser';
import { AppError } from '@/lib/model/app-error';
import type { RemoteEntry } from '@/lib/sync/remote';

/** Deepest nesting of tags that is read; a listing has six. */
const MOST_NESTED = 32;

type Listing = { multistatus?: { response?: Response[] } | '' };
type Response = { href?: string[]; status?: string; propstat?: Propstat[] };
type Propstat = { status?: string; prop?: Prop | '' };
type Prop = { getcontentlength?: string; resourcetype?: { collection?: unknown } | '' };

/**
 * What lies directly in the folder `folderUrl`, from the body of the answer. The folder's own entry is left
 * out, and so is whatever is not one name below it. Throws `remote-wrong` for what is no listing, is cut off,
 * declares a document type (entities are not expanded), or is that of another place.
 */
export function readListing(xml: string, folderUrl: string): RemoteEntry[] {
  const responses = parse(xml);
  const folder = readPath(folderUrl, folderUrl);
  const entries = new Map<string, RemoteEntry>();
  let isOfHere = responses.length === 0;
  for (const response of responses) {
    const href = decodeEntities(response.href?.[0] ?? '').trim();
    const path = readPath(href, folderUrl);
    if (!path || !folder || !isBelow(path, folder)) continue;
    isOfHere = true;
    const [name, ...deeper] = path.slice(folder.length);
    if (name === undefined || deeper.length > 0 || isFailed(response.status)) continue;
    const prop = readProp(response.propstat ?? []);
    const isFolder = prop.isFolder || href.endsWith('/');
    entries.set(name, { name, isFolder, size: isFolder ? null : prop.size });
  }
  if (!isOfHere) throw new AppError('remote-wrong', { detail: 'listing of another folder' });
  return [...entries.values()];
}

function parse(xml: string): Response[] {
  const reject = () => new AppError('remote-wrong', { detail: 'no listing' });
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw reject();
  const parser = new XMLParser({
    removeNSPrefix: true,
    parseTagValue: false,
    processEntities: false,
    maxNestedTags: MOST_NESTED,
    isArray: (name) => name === 'response' || name === 'href' || name === 'propstat',
  });
  let listing: Listing;
  try {
    // `true`: checks first that it is well-formed, which tells a listing cut off from a whole one.
    listing = parser.parse(xml, true);
  } catch {
    // What the parser says quotes the answer, which is none of the reader's business.
    throw reject();
  }
  if (listing.multistatus === undefined) throw reject();
  return listing.multistatus === '' ? [] : (listing.multistatus.response ?? []);
}

function readProp(propstats: Propstat[]): { isFolder: boolean; size: number | null } {
  let isFolder = false;
  let size: number | null = null;
  for (const { prop, status } of propstats) {
    if (!prop || isFailed(status)) continue;
    if (prop.resourcetype && prop.resourcetype.collection !== undefined) isFolder = true;
    if (/^\d{1,15}$/.test(prop.getcontentlength ?? '')) size = Number(prop.getcontentlength);
  }
  return { isFolder, size };
}

/** Whether a status line ("HTTP/1.1 404 Not Found") says failure; none says nothing. */
function isFailed(status: string | undefined): boolean {
  return status !== undefined && !/^HTTP\/\S+\s+2/.test(status);
}

/**
 * The decoded names in an address's path; `null` where one of them is no name. The host is not compared:
 * behind a proxy a server does not know its own.
 */
function readPath(href: string, base: string): string[] | null {
  // Some servers double the slash, which would make the first name a host.
  const address = URL.parse(href.replace(/^\/+/, '/'), base);
  if (!href || !address) return null;
  const names = address.pathname
    .split('/')
    .filter((part) => part !== '')
    .map(decodeName);
  return names.every((name) => name !== null) ? names : null;
}

function decodeName(part: string): string | null {
  try {
    // Disks of a Mac give names back decomposed.
    const name = decodeURIComponent(part).normalize('NFC');
    return /[/\\\0]|^\.\.?$/.test(name) ? null : name;
  } catch {
    // Not UTF-8: somebody else's, since all our names are ASCII.
    return null;
  }
}

function isBelow(path: string[], folder: string[]): boolean {
  return folder.every((name, index) => path[index] === name);
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The five entities that XML knows by itself, and numbers. */
function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi,
    (whole, hex, decimal, name) => {
      if (name) return ENTITIES[name.toLowerCase()] ?? whole;
      const code = hex ? Number.parseInt(hex, 16) : Number.parseInt(decimal, 10);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
