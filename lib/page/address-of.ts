/** The document's address without fragment. */
export function addressOf({ URL }: Document): string {
  return URL.split('#')[0] as string;
}
