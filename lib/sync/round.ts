/**
 * One round: look, pull, push, tidy (README.md in this folder describes the protocol). Every step may die and is
 * simply done again by the next round: what must survive is in the store, and nothing on the remote is trusted for
 * more than what its bytes prove.
 */
import { checkVault } from './check-vault';
import { mergeSegments } from './compact';
import { publishHead } from './head';
import { checkOwn, healLost } from './heal';
import { lookAround } from './look';
import { applyPulled, readWanted } from './pull';
import { push, removeDoomed } from './push';
import { type Round, type RoundTools, startRound } from './round-context';
import type { RoundReport } from './round-report';
import type { VaultState } from './store';

/**
 * Runs one round. `asks`: no note was changed, and `preview` says what would be; run it again with `isApproved`.
 * Throws what the remote throws, `vault-missing`, `vault-other`, `vault-newer` and `vault-locked`; what was taken
 * in or sent until then stays so, and nothing else has changed.
 */
export async function runRound(tools: RoundTools): Promise<RoundReport> {
  const round = startRound(tools);
  const { store, report } = round;
  const state = await store.loadState();
  round.onProgress({ phase: 'look', done: 0, total: null });
  const root = (await round.remote.list('')).filter((entry) => !entry.isFolder);
  report.isDeep = isDeepNow(round, state, new Set(root.map(({ name }) => name)));
  await checkVault(round, state, root);
  const look = await lookAround(round, state, root);
  const wanted = await readWanted(round, state, look);
  if (wanted.preview) return { ...report, state: 'asks', preview: wanted.preview };
  await applyPulled(round, look, wanted);
  const lost = await checkOwn(round, state, look);
  await push(round, state.replica);
  await healLost(round, state, lost);
  await mergeSegments(round, state.replica);
  await removeDoomed(round);
  await publishHead(round, root);
  await store.saveState({
    hasJoined: true,
    roundsSinceDeep: report.isDeep ? 0 : state.roundsSinceDeep + 1,
  });
  return report;
}

function isDeepNow({ limits }: Round, state: VaultState, names: Set<string>): boolean {
  if (!state.hasJoined || state.roundsSinceDeep + 1 >= limits.deepEvery) return true;
  return state.head !== null && !names.has(state.head);
}
