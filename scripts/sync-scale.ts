/**
 * `npm run sync:scale`: what sync costs as vaults grow. Requests and bytes are those of bodies as Apache would send
 * them, files encrypted; times are this machine's, without a network, with the store in memory. `-- --quick` leaves
 * out the largest. Ends with an error where a bar is missed.
 */
import { type Machine, type Measured, ScaleVault } from '../tests/sim/scale.ts';

const BARS = { quietBytes: 20_000, upBytes: 3_000, upRequests: 6, downRequests: 4, files: 70 };
const sizes = process.argv.includes('--quick') ? [1_000, 10_000] : [1_000, 10_000, 100_000];
const missed: string[] = [];

const first: Record<string, object> = {};
const daily: Record<string, object> = {};
for (const notes of sizes) {
  for (const replicas of [2, 10, 50]) await measure(notes, replicas);
}
console.log('First round: one machine sends everything, another fetches everything.');
console.table(first);
console.log(
  'Afterwards: a round in which nothing happens; 10 edits sent; the same 10 edits fetched by another.',
);
console.table(daily);
await measureYear(10_000, 365);
if (sizes.includes(100_000)) await measureYear(100_000, 100);
for (const what of missed) console.log(`Bar missed: ${what}`);
process.exitCode = missed.length > 0 ? 1 : 0;

async function measure(notes: number, replicas: number): Promise<void> {
  const vault = new ScaleVault();
  await vault.found();
  const others = Math.max(1, Math.floor(notes / (10 * replicas)));
  for (let number = 0; number < replicas - 2; number += 1) {
    const machine = await vault.addMachine({ seesOnlyItself: true });
    await machine.write(others);
    await machine.round();
  }
  const [writer, reader] = [await vault.addMachine(), await vault.addMachine()];
  await writer.write(notes - others * (replicas - 2));
  const label = `${notes.toLocaleString('en')} notes, ${replicas} replicas`;
  const sent = await writer.round();
  const fetched = await reader.round();
  first[label] = {
    ...{ 'up: requests': sent.requests, 'up: MB': toMb(sent.up), 'up: s': toSeconds(sent) },
    ...{ 'down: requests': fetched.requests, 'down: MB': toMb(fetched.down), 'down: s': toSeconds(fetched) },
  };
  await writer.round();
  await reader.round();
  await writer.edit(10);
  const up = await writer.ordinaryRound();
  const down = await reader.ordinaryRound();
  await writer.ordinaryRound();
  const quiet = await reader.ordinaryRound();
  daily[label] = {
    ...{ 'quiet: requests': quiet.requests, 'quiet: bytes': quiet.down, 'quiet: ms': toMs(quiet) },
    ...{ 'up: requests': up.requests, 'up: bytes': up.up, 'up: ms': toMs(up) },
    ...{ 'down: requests': down.requests, 'down: bytes': down.down, 'down: ms': toMs(down) },
  };
  expect(quiet.requests === 1 && quiet.down <= BARS.quietBytes, `quiet round, ${label}`);
  expect(up.requests <= BARS.upRequests && up.up <= BARS.upBytes, `10 edits up, ${label}`);
  expect(down.requests <= BARS.downRequests, `10 edits down, ${label}`);
}

/** Two machines that share the notes, with 5 edits and a round on each twice a day. */
async function measureYear(notes: number, days: number): Promise<void> {
  const vault = new ScaleVault();
  await vault.found();
  const machines = [await vault.addMachine(), await vault.addMachine()];
  // Nearly all of them come from one machine: that one has the most files.
  const [many, few] = machines as [Machine, Machine];
  await many.write(notes - 100);
  await few.write(100);
  for (const machine of machines) await machine.round();
  const rows: Record<string, object> = {};
  const rounds: Measured[] = [];
  for (let day = 1; day <= days; day += 1) {
    for (const machine of [...machines, ...machines]) {
      await machine.edit(5);
      rounds.push(await machine.round());
    }
    if ([100, 182, 365].includes(day)) rows[`after ${day} days`] = toRow(machines, rounds, vault);
  }
  console.log(
    `Daily use: ${notes.toLocaleString('en')} notes, on each of two machines 5 edits and a round twice a day.`,
  );
  console.table(rows);
}

function toRow(machines: Machine[], rounds: Measured[], vault: ScaleVault): object {
  const files = Math.max(...machines.map((machine) => machine.countFiles()));
  const mean = (of: (round: Measured) => number) =>
    Math.round((10 * rounds.reduce((all, round) => all + of(round), 0)) / rounds.length) / 10;
  const stored = vault.storage
    .paths()
    .reduce((all, path) => all + (vault.storage.read(path)?.byteLength ?? 0), 0);
  expect(files <= BARS.files, `${files} live files`);
  return {
    'rounds each': rounds.length / machines.length,
    'live files, the most': files,
    'MB stored': toMb(stored),
    'requests a round': mean((round) => round.requests),
    'most requests': Math.max(...rounds.map((round) => round.requests)),
    'bytes up a round': mean((round) => round.up),
    'bytes down a round': mean((round) => round.down),
  };
}

function expect(holds: boolean, what: string): void {
  if (!holds) missed.push(what);
}

function toMb(bytes: number): number {
  return Math.round(bytes / 10_000) / 100;
}

function toSeconds({ milliseconds }: Measured): number {
  return Math.round(milliseconds / 100) / 10;
}

function toMs({ milliseconds }: Measured): number {
  return Math.round(milliseconds * 10) / 10;
}
