import { readSegmentName, toFolder } from './names';
import type { Look } from './pull';
import { publish } from './push';
import type { Round } from './round-context';
import type { OwnSegment, VaultState } from './store';

/**
 * Checks our own folder where it was listed: a segment of ours that is missing or of another size, several listings
 * in a row, is written again from the changes that still stand, in the place of the lost one.
 */
export async function checkOwn(round: Round, state: VaultState, look: Look): Promise<void> {
  const folder = look.folders.find(({ replica }) => replica === state.replica);
  if (!folder) return;
  const sizes = new Map(
    folder.entries.flatMap(({ name, size }) => {
      const sha = readSegmentName(name);
      return sha ? [[sha, size] as const] : [];
    }),
  );
  const rows = (await round.store.listOwn()).filter(
    (row) => row.state === 'verified' && row.folder === toFolder(state.replica),
  );
  const counted = rows.map((row) => ({ ...row, misses: isThere(row, sizes) ? 0 : row.misses + 1 }));
  const lost = counted.filter(({ misses }) => misses >= round.limits.ownPatience);
  await round.store.saveOwn(counted);
  const replacing = new Set(
    (await round.store.listOwn()).flatMap((row) => (row.state === 'intended' ? row.replaces : [])),
  );
  for (const row of lost) {
    // An earlier round has begun to: its intent is sent by `push`.
    if (replacing.has(row.sha)) continue;
    if (await rewriteSegment(round, state.replica, [row])) round.report.healed += 1;
  }
}

function isThere(row: OwnSegment, sizes: Map<string, number | null>): boolean {
  if (!sizes.has(row.sha)) return false;
  const size = sizes.get(row.sha) ?? null;
  return size === null || size === row.size;
}

/**
 * Writes the changes of adjacent segments of ours, those that still stand, into one. What each of them replaced is
 * named along, for who has not seen them in between.
 */
export async function rewriteSegment(round: Round, replica: string, rows: OwnSegment[]): Promise<boolean> {
  const numbered = {
    from: Math.min(...rows.map(({ from }) => from)),
    to: Math.max(...rows.map(({ to }) => to)),
  };
  const changes = await round.store.loadNumbered(numbered.from, numbered.to);
  const replaces = [...new Set([...rows.map(({ sha }) => sha), ...rows.flatMap((row) => row.replaces)])];
  return publish(
    round,
    { replica, changes, replaces: replaces.slice(0, MOST_REPLACED), closed: true },
    { numbered },
  );
}

/** As many as a header may carry; the segments themselves come first. */
const MOST_REPLACED = 1_800;
