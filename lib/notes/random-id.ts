/** A random id of 96 bits as 16 characters of base64url: never a counter, so two replicas cannot collide. */
export function randomId(): string {
  return spellId(crypto.getRandomValues(new Uint8Array(12)));
}

/** An id of the same form out of what it stands for: everywhere the same, and of anything else another one. */
export async function deriveId(...parts: unknown[]): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(parts));
  return spellId(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes), 0, 12));
}

function spellId(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}
