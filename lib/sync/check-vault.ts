import { AppError } from '@/lib/model/app-error';
import { readDocumentName } from './names';
import type { RemoteEntry } from './remote';
import type { Round } from './round-context';
import type { VaultState } from './store';
import {
  loadDocument,
  publishDocuments,
  readKeyId,
  readVault,
  VAULT_VERSION,
  type VaultDocument,
} from './vault-file';

/**
 * Makes sure that this is the vault we know and that we hold its keys. Throws `vault-missing` or `vault-other` where
 * it is not, `vault-newer`, `vault-locked`: before anything was applied or written. A vault file that is lost while
 * our own head is still there is published again.
 */
export async function checkVault(round: Round, state: VaultState, root: RemoteEntry[]): Promise<void> {
  const names = new Set(root.map(({ name }) => name));
  if (state.vaultFile === null) throw new AppError('vault-missing');
  const known = new Set(state.documents.map(({ name }) => name));
  const unread = [...names].filter((name) => readDocumentName(name) !== null && !known.has(name));
  if (!names.has(state.vaultFile)) await findVault(round, state, names);
  const read: VaultDocument[] = [];
  for (const name of unread.slice(0, MOST_UNREAD)) {
    const document = await loadDocument(round.remote, name, round.codec);
    // Torn, or on its way: it does not exist yet.
    if (!document) continue;
    checkDocument(round, document);
    read.push(document);
  }
  if (read.length > 0) {
    const documents = read.map(({ name, text }) => ({ name, text }));
    await round.store.saveState({ documents: [...state.documents, ...documents] });
  }
}

const MOST_UNREAD = 20;

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

function checkDocument({ keyring }: Round, document: VaultDocument): void {
  if (document.kind === 'vault') {
    if ((readVault(document.text)?.minReader ?? 0) > VAULT_VERSION) throw new AppError('vault-newer');
    return;
  }
  // A key file of a key that we hold is only another passphrase for it.
  const needed = readKeyId(document.text);
  if (!keyring.some(({ keyId }) => keyId === needed)) throw new AppError('vault-locked');
}
