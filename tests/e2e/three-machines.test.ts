/**
 * Two Chromium profiles and one Firefox on one vault, while everything fails that a test can make fail: workers are
 * stopped in the middle of rounds, the server is killed, uploads are cut. In the end all three hold the same, and
 * nothing that was ever saved is gone. The long form (`npm run test:remotes`) does ten times as much.
 * `SIDELIGHT_SEED` repeats a run's choices; when something happens within a round is the machine's own affair.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serveArticles } from '@/scripts/demo/serve';
import { bundleForPage } from '@/scripts/drive/bundle';
import { type CuttingProxy, startCuttingProxy } from '@/tests/remotes/cutting-proxy';
import { type RunningApache, startApache } from '@/tests/remotes/servers/apache';
import { makeChance } from '@/tests/sim/random';
import { Ledger } from '@/tests/three-machines/ledger';
import { type Machine, settle, startMachine } from '@/tests/three-machines/machine';
import { BROWSERS } from './browser';

const PASSPHRASE = 'plum ladder sixty orbit canvas';
const IS_LONG = process.env.SIDELIGHT_REMOTES === 'all';
const SIZE = IS_LONG
  ? { edits: 300, stops: 50, kills: 5, cuts: 12 }
  : { edits: 36, stops: 6, kills: 1, cuts: 2 };
const seed = Number(process.env.SIDELIGHT_SEED ?? Date.now() % 1_000_000);

describe.runIf(BROWSERS.length === 2)(`three machines, seed ${seed}`, () => {
  const chance = makeChance(seed);
  const ledger = new Ledger();
  let site: Served;
  let apache: RunningApache;
  let proxy: CuttingProxy;
  let machines: Machine[];

  beforeAll(async () => {
    [site, apache] = await Promise.all([serveArticles(), startApache()]);
    proxy = await startCuttingProxy(apache.port);
    const server = { ...apache, url: apache.url.replace(`:${apache.port}`, `:${proxy.port}`) };
    const places = {
      code: await bundleForPage('tests/three-machines/page.ts', 'machine'),
      article: `${site.origin}/huawei-connect.html`,
      server,
      passphrase: PASSPHRASE,
    };
    machines = [
      await startMachine('A', 'chromium', { ...places, isFirst: true }),
      await startMachine('B', 'chromium', { ...places, isFirst: false }),
      await startMachine('C', 'firefox', { ...places, isFirst: false }),
    ];
  }, 120_000);
  afterAll(async () => {
    for (const each of machines ?? []) await each.driven.close();
    await proxy?.close();
    await apache?.close();
    await site?.close();
  });

  it(
    `hold the same after ${SIZE.edits} edits, ${SIZE.stops} stopped workers and a server that died ${SIZE.kills} times`,
    async () => {
      const happened = { stopped: 0, killed: 0, cut: 0, rounds: new Map<string, number>() };
      const note = (state: string) => happened.rounds.set(state, (happened.rounds.get(state) ?? 0) + 1);
      const chromiums = machines.filter(({ driven }) => driven.name === 'chromium');
      const moments = (count: number) =>
        new Set(Array.from({ length: count }, (_, at) => Math.floor(((at + 0.5) * SIZE.edits) / count)));
      const [kills, cuts, stops] = [moments(SIZE.kills), moments(SIZE.cuts), moments(SIZE.stops)];

      let owed = 0;
      for (let count = 0; count < SIZE.edits; count += 1) {
        const machine = machines[chance.below(machines.length)] as Machine;
        await writeSomething(machine, `text${count}${machine.name}`);
        if (cuts.has(count)) {
          proxy.cutNextPut(200 + chance.below(600));
          happened.cut += 1;
        }
        const rounds = [machine.sync().then(note)];
        if (stops.has(count)) owed += 1;
        if (owed > 0) {
          const victim = chromiums[chance.below(chromiums.length)] as Machine;
          rounds.push(victim.sync().then(note));
          await new Promise((later) => setTimeout(later, chance.below(120)));
          // It may be between two lives: then the next one is stopped instead.
          if (await victim.stopWorker()) {
            happened.stopped += 1;
            owed -= 1;
          }
        }
        if (kills.has(count)) {
          await new Promise((later) => setTimeout(later, chance.below(60)));
          await apache.kill();
          happened.killed += 1;
          await writeSomething(machine, `alone${count}${machine.name}`);
          note(await machine.sync());
          await apache.restart();
        }
        await Promise.all(rounds);
      }

      const readAll = () => Promise.all(machines.map((each) => each.read(ledger.ids)));
      await settle(machines, async () => {
        const pending = await Promise.all(machines.map((each) => each.countPending()));
        const [first, ...others] = (await readAll()).map((notes) => JSON.stringify(notes));
        return pending.every((count) => count === 0) && others.every((other) => other === first);
      });
      console.log(
        `seed ${seed}: ${ledger.count} texts in ${ledger.ids.length} notes; workers stopped ${happened.stopped}, ` +
          `server killed ${happened.killed}, uploads cut ${happened.cut}; rounds ${JSON.stringify(Object.fromEntries(happened.rounds))}`,
      );
      for (const notes of await readAll()) expect(ledger.findLost(notes)).toEqual([]);
      // Otherwise a calm sea would have been crossed.
      expect(happened.stopped).toBeGreaterThanOrEqual(SIZE.stops - 1);
      expect(happened.rounds.get('done')).toBeGreaterThan(SIZE.edits / 3);
      expect((happened.rounds.get('gone') ?? 0) + (happened.rounds.get('failed') ?? 0)).toBeGreaterThan(0);
    },
    IS_LONG ? 900_000 : 180_000,
  );

  async function writeSomething(machine: Machine, text: string): Promise<void> {
    const { ids } = ledger;
    const id = ids[chance.below(Math.max(1, ids.length))];
    const shown = id !== undefined && chance.below(10) > 2 ? await machine.edit(id, text) : null;
    if (shown && id) return ledger.edited(id, text, shown);
    // None is there yet, or the one that was drawn has not come here or is hidden.
    ledger.made(await machine.create(text), text);
    if (id !== undefined && chance.below(12) === 0) await machine.hide(id);
  }
});
