import { AppError } from '@/lib/model/app-error';
import { readDocumentName } from './names';
import type { RemoteEntry } from './remote';
import type { Round } from './round-context';
import type { VaultState } from './store';
import {
  isNewer,
  loadDocument,
  publishDocuments,
  readKeyId,
  readVault,
  type VaultDocument,
} from './vault-file';

/** A vault or key file as it is remembered. */
type Known = VaultState['documents'][number];

/**
 * Makes sure that this is the vault we know and that we hold its keys. Throws `vault-missing` or `vault-other` where
 * it is not, `vault-newer`, `vault-locked`: before anything was applied or written. A vault file that is lost while
 * our own head is still there is published again, and so is a lost key file, and either where it is damaged.
 */
export async function checkVault(round: Round, state: VaultState, root: RemoteEntry[]): Promise<void> {
  const sizes = new Map(root.map(({ name, size }) => [name, size]));
  if (state.vaultFile === null) throw new AppError('vault-missing');
  checkKeys(round, state);
  if (!sizes.has(state.vaultFile)) await findVault(round, state, new Set(sizes.keys()));
  const known = await readUnknown(round, state, sizes);
  await mendDocuments(round, known, sizes);
}

/** A machine that has lost the keys of an encrypted vault, or holds those of another, may not write into it. */
function checkKeys({ keyring }: Round, { documents, vaultFile }: VaultState): void {
  const vault = documents.find(({ name }) => name === vaultFile);
  const isSealed = vault !== undefined && readVault(vault.text)?.enc === 'A256GCM';
  const keyIds = documents.flatMap((document) => toKeyId(document) ?? []);
  if (!isSealed && keyIds.length === 0) return;
  const holds = keyring.some(({ keyId }) => keyIds.length === 0 || keyIds.includes(keyId));
  if (!holds) throw new AppError('vault-locked');
}

async function findVault(round: Round, state: VaultState, names: Set<string>): Promise<void> {
  // A listing may lack a name: the file itself decides.
  const name = state.vaultFile ?? '';
  if ((await round.remote.get(name, { most: 64 * 1024 })) !== null) return;
  const lost = state.documents.find((document) => document.name === name);
  if (lost && state.head !== null && names.has(state.head)) {
    await publishDocuments(round.remote, [lost], round.codec);
    return;
  }
  const isOther = [...names].some((other) => readDocumentName(other)?.kind === 'vault');
  throw new AppError(isOther ? 'vault-other' : 'vault-missing');
}

/** Reads what is new in the root and remembers it. Returns all that is known then. */
async function readUnknown(
  round: Round,
  state: VaultState,
  sizes: Map<string, number | null>,
): Promise<Known[]> {
  const names = new Set(state.documents.map(({ name }) => name));
  const listed = [...sizes].filter(([name]) => readDocumentName(name) !== null && !names.has(name));
  // One that was torn is looked at again when it has grown, and now and then.
  const tried = new Set(round.report.isDeep ? [] : state.torn);
  const unread = listed.filter(([name, size]) => !tried.has(`${name}:${size}`)).slice(0, MOST_UNREAD);
  if (unread.length === 0) return state.documents;
  const read: VaultDocument[] = [];
  const torn: string[] = [];
  for (const [name, size] of unread) {
    const document = await loadDocument(round.remote, name, round.codec);
    if (document) checkDocument(round, document);
    if (document) read.push(document);
    else torn.push(`${name}:${size}`);
  }
  const documents = [...state.documents, ...read.map(({ name, text }) => ({ name, text }))].filter(
    (document, _, all) => sizes.has(document.name) || !hasHeir(document, all, sizes),
  );
  await round.store.saveState({ documents, torn: [...tried, ...torn].slice(-MOST_UNREAD) });
  return documents;
}

const MOST_UNREAD = 20;

function checkDocument({ keyring }: Round, document: VaultDocument): void {
  if (document.kind === 'vault') {
    if (isNewer(document.text)) throw new AppError('vault-newer');
    return;
  }
  // A key file of a key that we hold is only another passphrase for it.
  const needed = readKeyId(document.text);
  if (!keyring.some(({ keyId }) => keyId === needed)) throw new AppError('vault-locked');
}

/**
 * Publishes again what is damaged, and key files that are gone and that no other takes the place of. A wrong size is
 * seen in every listing, wrong bytes only in a deep round, which reads them.
 */
async function mendDocuments(round: Round, known: Known[], sizes: Map<string, number | null>): Promise<void> {
  for (const document of known) {
    const isWhole = sizes.has(document.name)
      ? await isUndamaged(round, document, sizes.get(document.name) ?? null)
      : !(await isLostKey(round, document, known, sizes));
    if (!isWhole) await publishDocuments(round.remote, [document], round.codec);
  }
}

async function isUndamaged(
  { remote, codec, report }: Round,
  { name, text }: Known,
  size: number | null,
): Promise<boolean> {
  if (size !== null && size !== new TextEncoder().encode(text).byteLength) return false;
  return !report.isDeep || (await loadDocument(remote, name, codec)) !== null;
}

async function isLostKey(
  { remote }: Round,
  document: Known,
  known: Known[],
  sizes: Map<string, number | null>,
): Promise<boolean> {
  if (toKeyId(document) === null || hasHeir(document, known, sizes)) return false;
  return (await remote.get(document.name, { most: 64 * 1024 })) === null;
}

/** Whether another key file is there that holds the same key: the passphrase was changed. */
function hasHeir(document: Known, known: Known[], sizes: Map<string, number | null>): boolean {
  const keyId = toKeyId(document);
  return known.some(
    (other) =>
      keyId !== null && other.name !== document.name && sizes.has(other.name) && toKeyId(other) === keyId,
  );
}

function toKeyId({ name, text }: Known): string | null {
  return readDocumentName(name)?.kind === 'key' ? readKeyId(text) : null;
}
