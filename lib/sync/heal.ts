import { isListedWhole } from './listing';
import type { Look } from './look';
import { toFolder } from './names';
import { rewriteSegment } from './push';
import type { Round } from './round-context';
import type { VaultState } from './store';

/**
 * Counts how often a segment of ours was missing, or of another size, where our own folder was listed. Returns the
 * hashes of those that are lost: several listings in a row lacked them. To be done before anything is sent, since
 * the listing knows nothing of it.
 */
export async function checkOwn(round: Round, state: VaultState, look: Look): Promise<Set<string>> {
  const folder = look.folders.find(({ replica }) => replica === state.replica);
  if (!folder) return new Set();
  const rows = (await round.store.listOwn()).filter(
    (row) => row.state === 'verified' && row.folder === toFolder(state.replica),
  );
  const counted = rows.map((row) => ({
    ...row,
    misses: isListedWhole(row, folder.sizes) ? 0 : row.misses + 1,
  }));
  await round.store.saveOwn(counted);
  const lost = counted.filter(({ misses }) => misses >= round.limits.ownPatience);
  return new Set(lost.map(({ sha }) => sha));
}

/** Writes lost segments of ours again, from the changes that still stand, in the place of the lost ones. */
export async function healLost(round: Round, state: VaultState, lost: ReadonlySet<string>): Promise<void> {
  if (lost.size === 0) return;
  const rows = await round.store.listOwn();
  // An earlier round may have begun to, and its intent may not have arrived yet.
  const replacing = new Set(rows.flatMap((row) => (row.state === 'intended' ? row.replaces : [])));
  for (const row of rows) {
    if (row.state !== 'verified' || !lost.has(row.sha) || replacing.has(row.sha)) continue;
    if (await rewriteSegment(round, state.replica, [row])) round.report.healed += 1;
  }
}
