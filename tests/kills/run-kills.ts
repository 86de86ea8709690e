/**
 * Kills what writes notes, at moments drawn from a seed, in a real Chromium against a real WebDAV server, and looks afterwards whether
 * everything that was confirmed is there. What is drawn is the same for a seed; how far an act had come at the kill is the
 * machine's own affair.
 */
import { startApache } from '@/tests/remotes/servers/apache';
import { type Chance, makeChance } from '@/tests/sim/random';
import { Ledger } from './ledger';
import type { Told } from './page';
import { inspectServer, Peer } from './peer';
import { backupTime, drawLetters, planLanes } from './plan';
import { KINDS, type Kind, Profile } from './profile';
import { within } from './within';

declare const kills: typeof import('./page');

/** What came of the kills of one kind. */
export type FaultRow = {
  kills: number;
  /** Notes of which a write was confirmed before the kill. */
  'confirmed notes': number;
  /** Writes that were under way or still to come at the kill: found whole, and not found. */
  'then landed': number;
  'then dropped': number;
  /** Rounds that the kill ended. */
  'rounds cut': number;
  lost: number;
  torn: number;
  /** Kills after which all databases were gone: removed here, or thrown away by Chromium itself. */
  wiped: number;
  /** Notes that the product then brought back out of its newest backup and its journal. */
  restored: number;
};

/** The fault table, and what the server holds in the end. */
export type Outcome = {
  rows: Record<Kind, FaultRow>;
  /** Each fault in words. */
  faults: string[];
  notes: number;
  server: { segments: number; torn: number };
};

/** Every so many kills the store goes with the browser; of a hundred others, how many are of each kind. */
const WIPED_EVERY = 6;
const SHARES: Record<Kind, number> = { worker: 35, page: 25, tab: 15, browser: 25, wiped: 0 };

/** Runs that many kills. `log` hears a line for each. */
export async function runKills(seed: number, count: number, log: (line: string) => void): Promise<Outcome> {
  const chance = makeChance(seed);
  const faults: string[] = [];
  const rows = Object.fromEntries(KINDS.map((kind) => [kind, makeRow()])) as Record<Kind, FaultRow>;
  const ledger = new Ledger();
  const burst = new Burst();
  const apache = await startApache();
  const profile = await Profile.create((told) => burst.hear(told));
  try {
    let number = 0;
    const next = () => {
      number += 1;
      return number;
    };
    const { url, user, password } = apache;
    const connect = async () => {
      const server = { url, user, password };
      await profile.ask('the connection', (server) => kills.connectTo(server), server);
    };
    await connect();
    const peer = new Peer(apache, chance);
    await peer.join();

    let killed = 0;
    while (killed < count) {
      const kind = killed % WIPED_EVERY === WIPED_EVERY - 1 ? 'wiped' : drawKind(chance);
      const withRound = kind === 'worker' || chance.hits(0.5);
      const elsewhere = withRound && chance.hits(0.6) ? 1 + chance.below(40) : 0;
      const pushed = Array.from({ length: elsewhere }, () => {
        const act = next();
        return { key: `p${act}`, act, letters: drawLetters(chance) };
      });
      for (const wording of pushed) ledger.expectElsewhere(wording);
      if (elsewhere > 0) await peer.push(pushed);
      const lanes = planLanes(chance, ledger, next);
      const numbers = new Set(lanes.flat().map((act) => act.number));
      if (withRound) lanes.push([{ number: next(), does: 'sync' }]);
      const roundAt = withRound ? number : null;
      burst.begin(numbers, kind === 'worker' ? 0 : chance.below(numbers.size + 1));
      const waitMs = kind === 'worker' ? chance.below(350) : chance.below(25);

      const page = await profile.open();
      const running = page
        .evaluate((lanes, ids) => kills.run(lanes, ids), lanes, ledger.ids)
        .catch((thrown: unknown) => {
          // The page is gone: that is what this is about. A live one has no reason to fail.
          if (kind === 'worker') throw thrown;
        });
      await within('the acts before the kill', Promise.race([burst.reached, running]));
      await new Promise((later) => setTimeout(later, waitMs));
      const row = rows[kind];
      const isKilled = await within(`a ${kind} to kill`, killSoon(profile, kind, running));
      if (isKilled) row.kills += 1;
      killed += isKilled ? 1 : 0;
      // The page lives on: all that it was asked for has to come to pass.
      if (kind === 'worker') await within('the acts of a page that lives on', running);

      const { done, failed } = burst.end();
      for (const told of failed.filter(({ number }) => number !== roundAt))
        faults.push(`act ${told.number}: ${told.why}`);
      for (const told of done) ledger.confirm(told.number);
      if (roundAt !== null && !done.some((told) => told.number === roundAt)) row['rounds cut'] += 1;
      else if (roundAt !== null) ledger.confirmElsewhere();
      const startsAt = backupTime(next());
      const inspect = () => profile.ask('what is stored', () => kills.inspect());
      let seen = await inspect();
      const isWiped = /browser|wiped/.test(kind) && seen.found.length === 0 && ledger.hasNotes;
      if (isWiped) {
        const restored = await profile.ask('what is restored', () => kills.restoreAll());
        log(`The store is gone; ${restored} notes were restored.`);
        row.wiped += 1;
        row.restored += restored ?? 0;
        // Before a round is made: what was written here comes back without the server.
        seen = await inspect();
        const missing = ledger.listMissing(seen.found);
        row.lost += missing.length;
        faults.push(...missing.map((key) => `kill ${killed} (${kind}): ${key} was not restored`));
        await connect();
        await sync(profile);
        seen = await inspect();
      }
      await profile.ask('the backups to go on', (at) => kills.resume(at), startsAt);
      const backup = done.findLast(({ id }) => /^\d+$/.test(id));
      if (backup && !seen.backups.includes(Number(backup.id))) faults.push(`backup ${backup.id} is lost`);
      const verdict = ledger.settle(seen.found, numbers);
      row['confirmed notes'] += verdict.confirmed;
      row['then landed'] += verdict.landed;
      row['then dropped'] += verdict.dropped;
      row.lost += verdict.lost.length;
      row.torn += verdict.torn.length + seen.torn.length;
      const said = [...verdict.lost, ...verdict.torn, ...seen.torn];
      faults.push(...said.map((fault) => `kill ${killed} (${kind}): ${fault}`));
      log(
        `${killed}/${count} ${kind}: ${verdict.confirmed} confirmed, ${ledger.size} notes in all${said.map((fault) => `\n  ${fault}`).join('')}`,
      );
    }

    faults.push(...(await compareInTheEnd(profile, apache, chance)));
    const server = await inspectServer(apache.files);
    faults.push(...server.torn.map((name) => `torn on the server: ${name}`));
    return {
      rows,
      faults,
      notes: ledger.size,
      server: { segments: server.segments, torn: server.torn.length },
    };
  } finally {
    await profile.close().finally(() => apache.close());
  }
}

/** Kills it as soon as it is there to be killed; false where what runs was over before. A worker is not there until it has started. */
async function killSoon(profile: Profile, kind: Kind, running: Promise<void>): Promise<boolean> {
  let isOver = false;
  const over = () => {
    isOver = true;
  };
  running.then(over, over);
  while (!(await profile.kill(kind))) {
    if (isOver) return false;
    await new Promise((later) => setTimeout(later, 5));
  }
  return true;
}

function sync(profile: Profile): Promise<void> {
  return profile.ask('a round', () => kills.run([[{ number: 0, does: 'sync' }]], {}));
}

/** Sends all that waits, and has a machine that never was there read it: both must show the same. */
async function compareInTheEnd(
  profile: Profile,
  apache: Awaited<ReturnType<typeof startApache>>,
  chance: Chance,
): Promise<string[]> {
  let pending = -1;
  for (let tries = 0; tries < 20 && pending !== 0; tries += 1) {
    await sync(profile);
    pending = await profile.ask('what is pending', () => kills.countPending());
  }
  if (pending !== 0) return [`${pending} changes could not be sent in the end`];
  const stranger = new Peer(apache, chance);
  await stranger.join();
  await stranger.sync();
  const here = (await profile.ask('what is stored', () => kills.inspect())).own;
  const there = new Map(stranger.read().map((note) => [note.id, note]));
  return here.flatMap((note) => {
    const other = there.get(note.id);
    return JSON.stringify(other) === JSON.stringify(note) ? [] : [`${note.key} is another one on the server`];
  });
}

/** What is told while the acts of one kill run. */
class Burst {
  #numbers: ReadonlySet<number> = new Set();
  #told: Told[] = [];
  #least = 0;
  #onReached = () => {};
  /** Resolves when so many acts have been confirmed. */
  reached: Promise<void> = Promise.resolve();

  begin(numbers: ReadonlySet<number>, least: number): void {
    this.#numbers = numbers;
    this.#told = [];
    this.#least = least;
    this.reached = new Promise((resolve) => {
      this.#onReached = resolve;
    });
    this.#look();
  }

  hear(told: Told): void {
    this.#told.push(told);
    this.#look();
  }

  end(): { done: Told[]; failed: Told[] } {
    return {
      done: this.#told.filter(({ state }) => state === 'done'),
      failed: this.#told.filter(({ state }) => state === 'failed'),
    };
  }

  #look(): void {
    if (this.#told.filter(({ number }) => this.#numbers.has(number)).length >= this.#least) this.#onReached();
  }
}

function makeRow(): FaultRow {
  return {
    kills: 0,
    'confirmed notes': 0,
    'then landed': 0,
    'then dropped': 0,
    'rounds cut': 0,
    lost: 0,
    torn: 0,
    wiped: 0,
    restored: 0,
  };
}

function drawKind(chance: Chance): Kind {
  let left = chance.below(100);
  return KINDS.find((kind) => {
    left -= SHARES[kind];
    return left < 0;
  }) as Kind;
}
