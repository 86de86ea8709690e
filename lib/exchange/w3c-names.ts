/** How our things are named in W3C Web Annotations: tag URIs (RFC 4151), which name and lead nowhere. */

const TAG = 'tag:sidelight.example,2026:';

/** The contexts of a file of ours. What W3C's terms cannot say stands under `sidelight:`. */
export const CONTEXT = [
  'http://www.w3.org/ns/anno.jsonld',
  {
    sidelight: 'https://sidelight.example/ns#',
    'sidelight:versions': { '@container': '@list' },
    'sidelight:heads': { '@container': '@list' },
  },
] as const;

/** What a note is about that stands on no page and at no topic. */
export const NO_PAGE = `${TAG}no-page`;

type Kind = 'note' | 'topic' | 'page' | 'collection';

/** The IRI of a thing of ours. */
export function toIri(kind: Kind, name: string): string {
  return `${TAG}${kind}/${encodeURIComponent(name.toWellFormed())}`;
}

/** The name in an IRI of ours of that kind; `null` where it is another. */
export function fromIri(kind: Kind, iri: string): string | null {
  const start = `${TAG}${kind}/`;
  if (!iri.startsWith(start)) return null;
  try {
    return decodeURIComponent(iri.slice(start.length));
  } catch {
    // A broken escape: nobody of ours wrote it.
    return null;
  }
}

/** Whether a text has the form of an IRI: a scheme, and none of the signs that RFC 3987 keeps out. */
export function isIri(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`\p{Cc}]+$/iu.test(text);
}
