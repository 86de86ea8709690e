/** What the simulation once found, each in as few steps as it takes; and what it was built for. */
import { expect, it } from 'vitest';
import { AppError } from '@/lib/model/app-error';
import { createIn, editIn } from '@/lib/notes/edit-in';
import { readDocumentName } from '@/lib/sync/names';
import { Crashed } from './fault-remote';
import { toCanonical } from './ledger';
import type { Replica } from './replica';
import { makeKey, World } from './world';

const APPROVED = { isApproved: true };

/** A vault with this many replicas, all of them joined; nothing fails but what the scenario makes fail. */
async function makeWorld(replicas: number, options: { isEncrypted?: boolean; deepEvery?: number } = {}) {
  const { isEncrypted = false, deepEvery = 1 } = options;
  const world = new World({ seed: 1, isEncrypted, limits: { deepEvery } });
  const made: Replica[] = [];
  for (let number = 0; number < replicas; number += 1) {
    const replica = await world.addReplica(String.fromCharCode(65 + number));
    if (replica) made.push(replica);
  }
  for (const replica of made) await replica.runRound(APPROVED);
  return { world, replicas: made };
}

async function write(replica: Replica, body: string): Promise<string> {
  const draft = { target: null, topics: [], tags: [], body };
  const note = await replica.write((writing) => createIn(writing, draft, replica.source));
  return note.id;
}

async function edit(replica: Replica, id: string, body: string): Promise<void> {
  await replica.write((writing) => editIn(writing, id, { body }, undefined, replica.source));
}

function textsOf(replica: Replica): string[] {
  return replica.store
    .readNotes()
    .flatMap(({ state }) => state.heads.map((head) => head.text))
    .sort();
}

async function settle(replicas: Replica[], rounds = 12): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    for (const replica of replicas) await replica.runRound(APPROVED);
  }
}

/** A round that is cut off before it sends what waits. */
async function runWithoutSending(replica: Replica): Promise<void> {
  const { store } = replica;
  const takePending = store.takePending.bind(store);
  store.takePending = async () => [];
  await replica.runRound(APPROVED);
  store.takePending = takePending;
}

function segmentsOf(world: World, replica: Replica): string[] {
  return world.storage.paths().filter((path) => path.startsWith(`s/${replica.replica}/`));
}

function damage(world: World, path: string, how: 'cut' | 'flip'): void {
  const bytes = world.storage.read(path) ?? new Uint8Array();
  const flipped = bytes.slice();
  flipped[flipped.length - 1] = (flipped.at(-1) ?? 0) ^ 1;
  world.storage.write(path, how === 'cut' ? bytes.slice(0, -1) : flipped);
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  const thrown = await work.then(
    () => null,
    (error: unknown) => error,
  );
  return thrown instanceof AppError ? thrown.code : String(thrown);
}

/** A machine that joins only now: what it gets is what the storage holds. */
async function join(world: World): Promise<Replica> {
  const newcomer = await world.addReplica('newcomer');
  if (!newcomer) throw new Error('There is no vault to join.');
  await settle([newcomer], 2);
  return newcomer;
}

it('a copied profile that edits a text which its original has sent keeps both texts', async () => {
  const { world, replicas } = await makeWorld(2);
  const [original, other] = replicas as [Replica, Replica];
  const id = await write(original, 'Written before the copy');
  const copy = world.clone(original);
  await original.runRound(APPROVED);
  await runWithoutSending(copy);
  await edit(copy, id, 'Edited on the copy');
  await settle([copy, original, other]);
  expect(toCanonical(copy.store)).toBe(toCanonical(original.store));
  expect(toCanonical(other.store)).toBe(toCanonical(original.store));
  expect(textsOf(copy)).toEqual(['Edited on the copy']);
});

it('two copies of a profile that write apart both have all of it in the end', async () => {
  const { world, replicas } = await makeWorld(1);
  const [original] = replicas as [Replica];
  await write(original, 'Common');
  const copy = world.clone(original);
  for (let number = 0; number < 10; number += 1) {
    await write(original, `Original ${number}`);
    await original.runRound(APPROVED);
    await write(copy, `Copy ${number}`);
    await copy.runRound(APPROVED);
  }
  await settle([original, copy]);
  expect(textsOf(original)).toHaveLength(21);
  expect(toCanonical(copy.store)).toBe(toCanonical(original.store));
  expect(toCanonical((await join(world)).store)).toBe(toCanonical(original.store));
});

it('a file that is cut off after others have read it comes back, though its author is gone', async () => {
  const { world, replicas } = await makeWorld(2);
  const [author, reader] = replicas as [Replica, Replica];
  await write(author, 'Read once');
  await settle([author, reader], 2);
  for (const path of segmentsOf(world, author)) damage(world, path, 'cut');
  await settle([reader]);
  expect(textsOf(await join(world))).toEqual(['Read once']);
});

it('an upload that arrived in spite of an error is not written over', async () => {
  const { world, replicas } = await makeWorld(1);
  const [author] = replicas as [Replica];
  await write(author, 'Sent once');
  const { remote } = author;
  const put = remote.put.bind(remote);
  remote.put = async (path, bytes) => {
    await put(path, bytes);
    throw new AppError('remote-unreachable');
  };
  expect(await codeOf(author.runRound(APPROVED))).toBe('remote-unreachable');
  remote.put = put;
  world.readTraffic(author);
  await author.runRound(APPROVED);
  expect(world.readTraffic(author).filter((line) => line.startsWith('put s/'))).toEqual([]);
  expect(await author.store.countPending()).toBe(0);
});

it('an upload that arrived damaged is sent again under another name, and the damaged file goes', async () => {
  const { world, replicas } = await makeWorld(1);
  const [author] = replicas as [Replica];
  await write(author, 'Sent twice');
  const { remote } = author;
  const put = remote.put.bind(remote);
  remote.put = async (path, bytes) => {
    await put(path, bytes);
    damage(world, path, 'flip');
  };
  await author.runRound(APPROVED);
  const [damaged = ''] = segmentsOf(world, author);
  expect(await author.store.countPending()).toBe(1);
  remote.put = put;
  await author.runRound(APPROVED);
  expect(await author.store.countPending()).toBe(0);
  expect(segmentsOf(world, author)).toHaveLength(1);
  expect(segmentsOf(world, author)).not.toContain(damaged);
  expect(textsOf(await join(world))).toEqual(['Sent twice']);
});

it('a segment that never arrived is sent under another name', async () => {
  const { world, replicas } = await makeWorld(1);
  const [author] = replicas as [Replica];
  await write(author, 'Sent twice');
  const { remote } = author;
  const put = remote.put.bind(remote);
  const sent: string[] = [];
  remote.put = async (path) => {
    sent.push(path);
    throw new AppError('remote-full');
  };
  expect(await codeOf(author.runRound(APPROVED))).toBe('remote-full');
  expect(await codeOf(author.runRound(APPROVED))).toBe('remote-full');
  remote.put = put;
  await author.runRound(APPROVED);
  expect(new Set([...sent, ...segmentsOf(world, author)]).size).toBe(3);
  expect(await author.store.listOwn()).toHaveLength(1);
  expect(textsOf(await join(world))).toEqual(['Sent twice']);
});

it('a folder that is gone with all its files comes back from who has read it, even if cut off right after', async () => {
  const { world, replicas } = await makeWorld(2);
  const [author, late] = replicas as [Replica, Replica];
  const reader = await world.addReplica('reader');
  if (!reader) throw new Error('There is no vault to join.');
  await write(author, 'Read once');
  await author.runRound(APPROVED);
  reader.store.savePeer = async () => {
    throw new Crashed();
  };
  await expect(reader.runRound(APPROVED)).rejects.toThrow(Crashed);
  reader.restore(reader.store.toImage(), reader.ids);
  expect(textsOf(reader)).toEqual(['Read once']);
  for (const path of world.storage.paths()) if (path.includes(author.replica)) world.storage.erase(path);
  await settle([reader, late]);
  expect(textsOf(late)).toEqual(['Read once']);
});

it('a text that a merge left out, for an edit that died with its machine, is put back by who has read it', async () => {
  const { world, replicas } = await makeWorld(3);
  const [author, reader, late] = replicas as [Replica, Replica, Replica];
  const id = await write(author, 'First');
  await settle([author, reader, late], 1);
  const [first = ''] = segmentsOf(world, author);
  await edit(author, id, 'Read by one');
  await settle([author, reader], 1);
  await edit(author, id, 'Never sent');
  // The file is lost, so its author writes it again: without the text that the edit has replaced here.
  for (const path of segmentsOf(world, author)) if (path !== first) world.storage.erase(path);
  for (let round = 0; round < 3; round += 1) await runWithoutSending(author);
  await settle([late, reader]);
  expect(textsOf(late)).toEqual(['Read by one']);
  expect(textsOf(reader)).toEqual(['Read by one']);
});

it.each(['no key', 'the key of another vault'])(
  'without the right key nothing is written: %s',
  async (which) => {
    const { world, replicas } = await makeWorld(2, { isEncrypted: true });
    const [author, other] = replicas as [Replica, Replica];
    await write(other, 'Sealed');
    await other.runRound(APPROVED);
    await write(author, 'Kept here');
    author.keyring = which === 'no key' ? [] : [await makeKey(world.chance)];
    const before = world.storage.snapshot();
    expect(await codeOf(author.runRound(APPROVED))).toBe('vault-locked');
    expect(world.storage.snapshot()).toEqual(before);
    expect(textsOf(author)).toEqual(['Kept here']);
    author.keyring = world.keyring;
    await settle(replicas, 3);
    expect(textsOf(other)).toEqual(['Kept here', 'Sealed']);
  },
);

it.each(['cut', 'flip'] as const)('a damaged vault file is mended by who knows it: %s', async (how) => {
  const { world, replicas } = await makeWorld(1);
  const isVault = (path: string) => readDocumentName(path)?.kind === 'vault';
  for (const path of world.storage.paths().filter(isVault)) damage(world, path, how);
  await settle(replicas, 1);
  expect(await join(world)).toBeDefined();
});

it('a lost key file is put back, one that a changed passphrase has replaced is not', async () => {
  const { world, replicas } = await makeWorld(2, { isEncrypted: true });
  const keys = () => world.storage.paths().filter((path) => readDocumentName(path)?.kind === 'key');
  const [first = ''] = keys();
  world.storage.erase(first);
  await settle(replicas, 1);
  expect(keys()).toEqual([first]);
  const changed = await world.makeKeyFile('second passphrase');
  world.storage.write(changed.name, new TextEncoder().encode(changed.text));
  world.storage.erase(first);
  await settle(replicas, 3);
  expect(keys()).toEqual([changed.name]);
});

it('a round after one that sent something is quiet', async () => {
  const { replicas } = await makeWorld(1, { deepEvery: 5 });
  const [author] = replicas as [Replica];
  await write(author, 'Sent');
  await author.runRound(APPROVED);
  expect((await author.runRound(APPROVED))?.requests).toBe(1);
});

it('a folder without a head, whose files nobody can read, costs nothing in a quiet round', async () => {
  const { world, replicas } = await makeWorld(2, { deepEvery: 5 });
  const [gone, here] = replicas as [Replica, Replica];
  await write(gone, 'Torn');
  await gone.runRound(APPROVED);
  for (const path of segmentsOf(world, gone)) damage(world, path, 'cut');
  for (const path of world.storage.paths()) if (path.startsWith(gone.replica)) world.storage.erase(path);
  await settle([here], 10);
  await here.store.saveState({ roundsSinceDeep: 0 });
  expect((await here.runRound(APPROVED))?.requests).toBe(1);
});

it('an emptied storage takes nothing away, and is filled again by whoever starts over', async () => {
  const { world, replicas } = await makeWorld(3);
  const [first, second, third] = replicas as [Replica, Replica, Replica];
  await write(first, 'One');
  await write(second, 'Two');
  await write(third, 'Three');
  await settle(replicas, 3);
  world.storage.restore(new Map());
  expect(await codeOf(first.runRound(APPROVED))).toBe('vault-missing');
  expect(textsOf(first)).toEqual(['One', 'Three', 'Two']);
  expect(world.storage.paths()).toEqual([]);
  await world.startOver(first);
  await settle(replicas);
  expect(textsOf(await join(world))).toEqual(['One', 'Three', 'Two']);
});

it('a storage rolled back to an earlier day gets back what was written since', async () => {
  const { world, replicas } = await makeWorld(2);
  const [first, second] = replicas as [Replica, Replica];
  await write(first, 'Before');
  await settle(replicas, 2);
  const backup = world.storage.snapshot();
  for (let number = 0; number < 12; number += 1) {
    await write(first, `After ${number}`);
    await first.runRound(APPROVED);
  }
  await settle(replicas, 2);
  world.storage.restore(backup);
  await settle([second]);
  await settle(replicas);
  expect(textsOf(await join(world))).toHaveLength(13);
});

it('a machine restored from a backup finds in its own folder what it has forgotten', async () => {
  const { world, replicas } = await makeWorld(2);
  const [machine, other] = replicas as [Replica, Replica];
  const id = await write(machine, 'In the backup');
  world.backUp(machine);
  await edit(machine, id, 'After the backup');
  await settle(replicas, 2);
  const [backup] = world.backups;
  if (backup) machine.restore(backup.image, backup.ids);
  expect(textsOf(machine)).toEqual(['In the backup']);
  await settle(replicas);
  expect(toCanonical(machine.store)).toBe(toCanonical(other.store));
  expect(textsOf(machine)).toContain('After the backup');
});
