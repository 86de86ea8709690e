/**
 * One simulated life of a vault, from a seed: readers write, replicas sync, everything fails. Then the weather turns
 * fair, and all that was ever confirmed has to be on every replica, the same on each; on one that only now arrives, too.
 */
import { Events, FOREIGN_TEXT } from './events';
import { toCanonical } from './ledger';
import type { Mutant } from './mutants';
import type { Replica } from './replica';
import { BrokenInvariant } from './watch';
import { World } from './world';

/** What to simulate. */
export type SimOptions = {
  replicas: number;
  changes: number;
  /** Without, nothing fails. */
  faults?: boolean;
  mutant?: Mutant;
  log?: (line: string) => void;
  /** Looks at the world in the end. */
  onEnd?: (world: World) => void | Promise<void>;
};

/** What came of it. */
export type SimOutcome = {
  seed: number;
  /** Texts that a store had confirmed and that are gone. */
  lost: string[];
  /** Replicas that differ from the first in the end. */
  diverged: string[];
  /** An invariant that did not hold, in words; `null` where all did. */
  broken: string | null;
  faults: ReadonlyMap<string, number>;
  changes: number;
  texts: number;
  excused: number;
  rounds: number;
  requests: number;
};

const LIMITS = { deepEvery: 4 };
const ROUND_RATE = 1;
const SETTLING_ROUNDS = 40;
/** How many rounds in a row without anybody doing anything: longer than the patience with what is missing. */
const QUIET_ROUNDS = 9;

/** Runs one life. The same seed and options, the same life (but for the IVs of an encrypted one, every fifth). */
export async function simulate(seed: number, options: SimOptions): Promise<SimOutcome> {
  const { faults = true, mutant = {}, log } = options;
  const world = new World({
    seed,
    mutant,
    limits: LIMITS,
    isEncrypted: seed % 5 === 4,
    storeFaults: faults ? 0.001 : 0,
    ...(log && { log }),
  });
  const outcome = (part: Partial<SimOutcome>): SimOutcome => ({
    seed,
    lost: [],
    diverged: [],
    broken: null,
    faults: world.faults,
    changes: options.changes,
    texts: world.ledger.confirmed,
    excused: world.ledger.excused,
    rounds: world.rounds,
    requests: world.requests,
    ...part,
  });
  try {
    const events = new Events(world, options);
    for (let number = 0; number < options.replicas; number += 1) {
      await world.addReplica(String.fromCharCode(65 + number));
    }
    await live(world, events, options.changes, faults);
    await settle(world, events);
    if (!(await world.addReplica('newcomer'))) throw new BrokenInvariant('the vault file is gone for good');
    await settle(world, events);
    await checkQuiet(world);
    await options.onEnd?.(world);
    return outcome(judge(world));
  } catch (thrown) {
    if (!(thrown instanceof BrokenInvariant)) throw thrown;
    return outcome({ broken: thrown.message });
  }
}

async function live(world: World, events: Events, changes: number, faults: boolean): Promise<void> {
  const { chance } = world;
  let left = changes;
  let depth = 0;
  const edit = async (replica: Replica) => {
    if (left <= 0) return;
    left -= 1;
    await world.edit(replica);
  };
  world.between = async (replica) => {
    if (depth > 1 || !faults || !chance.hits(0.12)) return;
    depth += 1;
    const other = chance.pick(world.replicas) ?? replica;
    if (chance.hits(0.6)) {
      if (left > 0) world.countFault('edit during a round');
      await edit(chance.hits(0.7) ? replica : other);
    } else {
      world.countFault(other.isRunning ? 'second round at once' : 'round during a round');
      await world.round(other);
    }
    depth -= 1;
  };
  world.weather.isBad = faults;
  while (left > 0) {
    const replica = chance.pick(world.replicas);
    if (!replica) return;
    await edit(replica);
    if (chance.hits(ROUND_RATE)) await world.round(chance.pick(world.replicas) ?? replica);
    if (faults) await events.strike();
  }
}

/** The weather is fair from here on: everybody syncs until nobody has anything to do. */
async function settle(world: World, events: Events): Promise<void> {
  world.weather.isBad = false;
  world.between = async () => {};
  events.endAll();
  let quiet = 0;
  for (let turn = 0; turn < SETTLING_ROUNDS && quiet < QUIET_ROUNDS; turn += 1) {
    let isQuiet = true;
    for (const replica of world.replicas) {
      const report = await world.round(replica);
      const { pulled, pushed, healed, rescued, merged } = report ?? {};
      const isIdle = report && pulled?.segments === 0 && pushed?.segments === 0;
      if (!isIdle || healed !== 0 || rescued !== 0 || merged !== 0) isQuiet = false;
    }
    quiet = isQuiet ? quiet + 1 : 0;
  }
  if (quiet < QUIET_ROUNDS) throw new BrokenInvariant(`never quiet in ${SETTLING_ROUNDS} rounds of each`);
}

/** I7: a round in which nothing happens is one request, the listing of the root. */
async function checkQuiet(world: World): Promise<void> {
  for (const replica of world.replicas) {
    await replica.store.saveState({ roundsSinceDeep: 0 });
    const report = await replica.runRound({ isApproved: true });
    const log = world.readTraffic(replica);
    if (report?.requests !== 1 || log.join() !== 'list ') {
      throw new BrokenInvariant(`I7 ${replica.label}'s quiet round: ${log.join(', ')}`);
    }
  }
}

function judge(world: World): Partial<SimOutcome> {
  const lost = new Set<string>();
  const [first, ...others] = world.replicas;
  for (const replica of world.replicas) {
    for (const text of world.ledger.missingFrom(world.ledger.standingIn(replica.store))) lost.add(text);
    checkHidings(world, replica);
  }
  const expected = first ? toCanonical(first.store) : '';
  const diverged = others.filter((replica) => toCanonical(replica.store) !== expected);
  return { lost: [...lost], diverged: diverged.map(({ label }) => label) };
}

/** I3: a note is hidden only where a reader has hidden it. And nothing came from another vault. */
function checkHidings(world: World, replica: Replica): void {
  for (const { note, state } of replica.store.readNotes()) {
    const isByReader = state.hidden !== null && world.ledger.hidings.has(state.hidden.i);
    // Of a note whose text a lost machine alone had (the ledger knows whether it did), a tag may be left.
    const hasText = state.heads.length > 0;
    if (note.hidden && hasText && !isByReader) throw new BrokenInvariant(`I3 ${note.id} is hidden by nobody`);
    if (note.body === FOREIGN_TEXT) throw new BrokenInvariant('a note came out of another vault');
  }
}
