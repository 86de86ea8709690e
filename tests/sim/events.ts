/** What befalls a vault besides failing requests. */
import { toFolder, toHeadName } from '@/lib/sync/names';
import { writeSegment } from '@/lib/sync/segment';
import { makeVaultFile, nameDocument, VAULT_VERSION } from '@/lib/sync/vault-file';
import type { Replica } from './replica';
import { simCodec } from './sim-codec';
import { makeKey, type World } from './world';

/** How likely each event is after one change. */
export const EVENT_RATES = {
  'backup made': 0.02,
  'restored from backup': 0.012,
  cloned: 0.008,
  retired: 0.006,
  'late arrival': 0.015,
  'file lost': 0.06,
  'file resurrected': 0.05,
  wiped: 0.006,
  'snapshot made': 0.02,
  'rolled back': 0.008,
  'replaced by another vault': 0.01,
  'newer segment': 0.01,
  'newer vault file': 0.01,
  'wrong key': 0.02,
  'passphrase changed': 0.01,
} as const;
export type EventName = keyof typeof EVENT_RATES;

type Snapshot = ReadonlyMap<string, Uint8Array>;

/** Words that must never be seen in a vault that they do not belong to. */
export const FOREIGN_TEXT = 'Text of another vault';

/** Lets events happen, and ends those that last for a while. */
export class Events {
  readonly #world: World;
  readonly #snapshots: Snapshot[] = [];
  /** Ends of what lasts, each after so many more changes. */
  #ends: { after: number; end: () => void }[] = [];
  readonly #most: { replicas: number };

  constructor(world: World, most: { replicas: number }) {
    this.#world = world;
    this.#most = most;
  }

  /** Whatever befalls the vault after one change. */
  async strike(): Promise<void> {
    for (const due of this.#ends) due.after -= 1;
    for (const { end } of this.#ends.filter(({ after }) => after <= 0)) end();
    this.#ends = this.#ends.filter(({ after }) => after > 0);
    for (const [name, rate] of Object.entries(EVENT_RATES)) {
      if (this.#world.chance.hits(rate)) await this.cause(name as EventName);
    }
  }

  /** Everything that lasts ends now. */
  endAll(): void {
    for (const { end } of this.#ends) end();
    this.#ends = [];
  }

  #lasting(end: () => void): void {
    this.#ends.push({ after: 1 + this.#world.chance.below(6), end });
  }

  async cause(event: EventName): Promise<void> {
    const world = this.#world;
    const { chance, storage } = world;
    const idle = world.replicas.filter((replica) => !replica.isRunning);
    const one = chance.pick(idle);
    if (!one) return;
    switch (event) {
      case 'backup made':
        return world.backUp(one);
      case 'restored from backup':
        return this.#restore();
      case 'cloned':
        if (world.replicas.length >= this.#most.replicas + 1) return;
        world.countFault(event);
        world.clone(one);
        return;
      case 'retired':
        if (world.replicas.length < 3) return;
        return world.destroy(event, () => {
          world.replicas = world.replicas.filter((replica) => replica !== one);
        });
      case 'late arrival':
        return this.#arrive(event);
      case 'file lost': {
        const path = chance.pick(storage.paths());
        return path === undefined || this.#ends.length > 0
          ? undefined
          : world.destroy(event, () => storage.remove(path));
      }
      case 'file resurrected': {
        const path = chance.pick(storage.gravePaths());
        if (path === undefined || this.#ends.length > 0) return;
        world.countFault(event);
        return storage.resurrect(path);
      }
      case 'wiped':
        if (this.#ends.length > 0) return;
        return world.destroy(event, () => storage.restore(new Map()));
      case 'snapshot made':
        if (this.#ends.length > 0) return;
        this.#snapshots.push(storage.snapshot());
        return;
      case 'rolled back': {
        const snapshot = chance.pick(this.#snapshots);
        if (this.#ends.length > 0 || !snapshot) return;
        return world.destroy(event, () => storage.restore(snapshot));
      }
      case 'replaced by another vault':
        return this.#replaceVault(event);
      case 'newer segment':
        world.countFault(event);
        return world.addNewerSegment(one);
      case 'newer vault file':
        return this.#addNewerVault(event);
      case 'wrong key':
        return this.#takeKey(event, one);
      case 'passphrase changed':
        return this.#changePassphrase(event);
    }
  }

  async #restore(): Promise<void> {
    const world = this.#world;
    const usable = world.backups.filter(
      ({ replica }) => !replica.isRunning && world.replicas.includes(replica),
    );
    const backup = world.chance.pick(usable);
    if (!backup) return;
    world.readers.closeTabs(backup.replica);
    await world.destroy('restored from backup', () => backup.replica.restore(backup.image, backup.ids));
  }

  async #arrive(event: EventName): Promise<void> {
    const world = this.#world;
    if (world.replicas.length > this.#most.replicas || this.#ends.length > 0) return;
    const { isBad } = world.weather;
    world.weather.isBad = false;
    const arrived = await world.addReplica(`late ${world.rounds}`);
    world.weather.isBad = isBad;
    if (arrived) world.countFault(event);
  }

  /** I8 and the like: nobody may write while another vault stands there. */
  async #replaceVault(event: EventName): Promise<void> {
    const world = this.#world;
    if (this.#ends.length > 0 || world.replicas.some(({ isRunning }) => isRunning)) return;
    world.countFault(event);
    const putBack = world.storage.exchange(await makeOtherVault(world));
    for (const replica of world.replicas) replica.watch.forbidden = 'another vault stands here';
    this.#lasting(() => {
      putBack();
      for (const replica of world.replicas) replica.watch.forbidden = null;
    });
  }

  async #addNewerVault(event: EventName): Promise<void> {
    const world = this.#world;
    if (this.#ends.length > 0) return;
    world.countFault(event);
    const vault = {
      v: 2,
      vaultId: world.chance.hex(32),
      created: '',
      minReader: VAULT_VERSION + 1,
      enc: 'none',
    };
    const { name, text } = await nameDocument('vault', JSON.stringify(vault), simCodec);
    world.storage.write(name, new TextEncoder().encode(text));
    this.#lasting(() => world.storage.erase(name));
  }

  async #takeKey(event: EventName, replica: Replica): Promise<void> {
    const world = this.#world;
    if (!world.options.isEncrypted || replica.watch.forbidden !== null) return;
    world.countFault(event);
    replica.keyring = world.chance.hits(0.5) ? [] : [await makeKey(world.chance)];
    replica.watch.forbidden = 'I8 without the right key';
    this.#lasting(() => {
      replica.keyring = world.keyring;
      replica.watch.forbidden = null;
    });
  }

  async #changePassphrase(event: EventName): Promise<void> {
    const world = this.#world;
    if (!world.options.isEncrypted || this.#ends.length > 0) return;
    world.countFault(event);
    const { name, text } = await world.makeKeyFile(world.chance.hex(8));
    for (const path of world.storage.paths()) if (path.startsWith('key.')) world.storage.remove(path);
    world.storage.write(name, new TextEncoder().encode(text));
  }
}

async function makeOtherVault(world: World): Promise<Map<string, Uint8Array>> {
  const { chance } = world;
  const encoder = new TextEncoder();
  const replica = chance.hex(16);
  const vault = await makeVaultFile({ vaultId: chance.hex(32), isEncrypted: false, nowMs: 0 }, simCodec);
  const change = { i: chance.id(), t: 1, e: `note:${chance.id()}`, x: FOREIGN_TEXT, b: '', p: [] };
  const content = { replica, changes: [change], replaces: [], closed: false };
  const { sha, bytes } = await writeSegment(content, [], simCodec);
  return new Map([
    [vault.name, encoder.encode(vault.text)],
    [toHeadName(replica, 1, chance.hex(16)), encoder.encode('head')],
    [`${toFolder(replica)}/${sha}.seg`, bytes],
  ]);
}
