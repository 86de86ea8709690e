/**
 * The file that says what vault a folder holds, and how a vault is founded and looked at. Vault and key files are
 * written once like all others; several may stand side by side, where two machines founded at the same moment.
 */
import { z } from 'zod';
import { AppError } from '@/lib/model/app-error';
import { parseJson } from '@/lib/model/parse-json';
import type { Codec } from './codec';
import { loadBounded } from './load-bounded';
import { readDocumentName, toDocumentName } from './names';
import type { Remote, RemoteEntry } from './remote';

/** The version of vaults that this code reads and writes. */
export const VAULT_VERSION = 1;

const DOCUMENT_BYTES = 64 * 1024;

const vaultSchema = z.looseObject({
  v: z.number().int(),
  vaultId: z.string().regex(/^[0-9a-f]{32}$/),
  created: z.string().max(40),
  /** The least version that may read here. */
  minReader: z.number().int(),
  enc: z.enum(['none', 'A256GCM']),
});
export type Vault = z.infer<typeof vaultSchema>;

/** A vault or key file, whole. */
export type VaultDocument = { name: string; kind: 'vault' | 'key'; text: string };

/** What a folder was found to hold. */
export type FoundVault = {
  entries: RemoteEntry[];
  vaults: { name: string; vault: Vault }[];
  keys: VaultDocument[];
  documents: VaultDocument[];
};

/** Makes a vault file. `nowMs` only for the reader's eyes. */
export async function makeVaultFile(
  { vaultId, isEncrypted, nowMs }: { vaultId: string; isEncrypted: boolean; nowMs: number },
  codec: Codec,
): Promise<VaultDocument> {
  const vault: Vault = {
    v: VAULT_VERSION,
    vaultId,
    created: new Date(nowMs).toISOString(),
    minReader: VAULT_VERSION,
    enc: isEncrypted ? 'A256GCM' : 'none',
  };
  return nameDocument('vault', JSON.stringify(vault), codec);
}

/** A document under the name that its text gives it. */
export async function nameDocument(
  kind: 'vault' | 'key',
  text: string,
  codec: Codec,
): Promise<VaultDocument> {
  const sha = await codec.digest(new TextEncoder().encode(text));
  return { name: toDocumentName(kind, sha), kind, text };
}

/** The vault that a document describes; `null` for what is none. */
export function readVault(text: string): Vault | null {
  const parsed = parseJson(text, { mostBytes: DOCUMENT_BYTES, mostDepth: 8 });
  const read = parsed.ok ? vaultSchema.safeParse(parsed.value) : null;
  return read?.success ? read.data : null;
}

/** Whether a document says that it is for later versions, whatever else it says. */
export function isNewer(text: string): boolean {
  const parsed = parseJson(text, { mostBytes: DOCUMENT_BYTES, mostDepth: 8 });
  const read = z.looseObject({ minReader: z.number() }).safeParse(parsed.ok ? parsed.value : null);
  return read.success && read.data.minReader > VAULT_VERSION;
}

/** The id of the key that a key file wraps; `null` for what is no key file. */
export function readKeyId(text: string): string | null {
  const parsed = parseJson(text, { mostBytes: DOCUMENT_BYTES, mostDepth: 8 });
  const read = z.looseObject({ keyId: z.string() }).safeParse(parsed.ok ? parsed.value : null);
  return read.success ? read.data.keyId : null;
}

/** A vault or key file of the remote; `null` where it is not there or not whole. */
export async function loadDocument(
  remote: Remote,
  name: string,
  codec: Codec,
): Promise<VaultDocument | null> {
  const read = readDocumentName(name);
  const bytes = read && (await loadBounded(remote, name, DOCUMENT_BYTES));
  if (!read || !bytes || bytes === 'tooLarge' || (await codec.digest(bytes)) !== read.sha) return null;
  const text = new TextDecoder().decode(bytes);
  return read.kind === 'key' && readKeyId(text) === null ? null : { name, kind: read.kind, text };
}

/** What the remote's folder holds now. */
export async function inspectVault(remote: Remote, codec: Codec): Promise<FoundVault> {
  const entries = await remote.list('');
  const names = entries.map(({ name }) => name).filter((name) => readDocumentName(name) !== null);
  const documents: VaultDocument[] = [];
  for (const name of names.slice(0, MOST_DOCUMENTS)) {
    const document = await loadDocument(remote, name, codec);
    if (document) documents.push(document);
  }
  return {
    entries,
    documents,
    keys: documents.filter(({ kind }) => kind === 'key'),
    vaults: documents
      .filter(({ kind }) => kind === 'vault')
      .flatMap(({ name, text }) => {
        const vault = readVault(text);
        return vault ? [{ name, vault }] : [];
      })
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

/** More than any vault has: a folder full of such names is not read to its end. */
const MOST_DOCUMENTS = 50;

/** Publishes vault and key files, keys first, each seen to have arrived. Throws `remote-failed` where one has not. */
export async function publishDocuments(
  remote: Remote,
  documents: readonly { name: string; text: string }[],
  codec: Codec,
): Promise<void> {
  const keysFirst = [...documents].sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const { name, text } of keysFirst) {
    await remote.put(name, new TextEncoder().encode(text));
    if (!(await loadDocument(remote, name, codec))) {
      throw new AppError('remote-failed', { detail: 'read back', retryable: true });
    }
  }
}
