/** A vault, its storage and its replicas, and what may befall them. */
import { AppError } from '@/lib/model/app-error';
import { readDocumentName, toFolder } from '@/lib/sync/names';
import type { RoundLimits } from '@/lib/sync/round-context';
import type { RoundReport } from '@/lib/sync/round-report';
import type { VaultKey } from '@/lib/sync/seal';
import { readSegment } from '@/lib/sync/segment';
import { inspectVault, makeVaultFile, nameDocument, publishDocuments } from '@/lib/sync/vault-file';
import { Crashed, type Weather } from './fault-remote';
import { Ledger } from './ledger';
import type { Mutant } from './mutants';
import { type Chance, makeChance } from './random';
import { Readers } from './readers';
import { Replica } from './replica';
import { simCodec } from './sim-codec';
import { Storage } from './storage';
import { makeImage, type StoreImage } from './store-image';
import { BrokenInvariant } from './watch';

/** A simulated day is that long; clocks go on by some of it with every step. */
const STEP_MS = 60_000;
const DAY_MS = 86_400_000;

/** How a world is made. */
export type WorldOptions = {
  seed: number;
  isEncrypted?: boolean;
  limits?: Partial<RoundLimits>;
  mutant?: Mutant;
  /** Probability, in one single write of a store, of a full disk or of an end of the process. */
  storeFaults?: number;
  log?: (line: string) => void;
};

type Backup = { replica: Replica; image: StoreImage; ids: number };

/** One vault and everything around it. */
export class World {
  readonly chance: Chance;
  readonly storage = new Storage();
  readonly ledger = new Ledger();
  readonly readers: Readers;
  readonly weather: Weather;
  readonly faults = new Map<string, number>();
  readonly options: Required<Omit<WorldOptions, 'log'>> & Pick<WorldOptions, 'log'>;
  replicas: Replica[] = [];
  readonly backups: Backup[] = [];
  keyring: readonly VaultKey[] = [];
  rounds = 0;
  requests = 0;
  bytesUp = 0;
  bytesDown = 0;
  /** What happens at an await of the network; set by the simulation. */
  between: (replica: Replica) => Promise<void> = async () => {};
  #nowMs = Date.UTC(2026, 0, 1);

  constructor(options: WorldOptions) {
    this.options = { isEncrypted: false, limits: {}, mutant: {}, storeFaults: 0, ...options };
    this.chance = makeChance(options.seed);
    this.readers = new Readers(this.chance, this.ledger);
    this.weather = { isBad: false, chance: this.chance, count: (fault) => this.countFault(fault) };
  }

  log(line: string): void {
    this.options.log?.(line);
  }

  countFault(fault: string): void {
    this.faults.set(fault, (this.faults.get(fault) ?? 0) + 1);
    this.log(`  fault: ${fault}`);
  }

  tick(): void {
    this.#nowMs += this.chance.below(STEP_MS);
  }

  /** Makes a machine and connects it to the vault, which the first one founds. `null`: there is no vault to be found. */
  async addReplica(label: string): Promise<Replica | null> {
    const replica = this.#make(label, makeImage(this.chance.hex(16)));
    const found = await inspectVault(replica.remote, simCodec);
    if (found.vaults.length === 0 && this.replicas.length > 0) return null;
    const documents = found.vaults.length > 0 ? found.documents : await this.#found(replica);
    const vault = documents.find(({ kind }) => kind === 'vault');
    await replica.store.saveState({
      vaultFile: vault?.name ?? null,
      vaultId: 'simulated',
      documents: documents.map(({ name, text }) => ({ name, text })),
    });
    this.replicas.push(replica);
    return replica;
  }

  async #found(replica: Replica) {
    const { isEncrypted } = this.options;
    const vaultId = this.chance.hex(32);
    const documents = [await makeVaultFile({ vaultId, isEncrypted, nowMs: this.#nowMs }, simCodec)];
    if (isEncrypted) {
      this.keyring = [await makeKey(this.chance)];
      replica.keyring = this.keyring;
      documents.push(await this.makeKeyFile('first passphrase'));
    }
    await publishDocuments(replica.remote, documents, simCodec);
    return documents;
  }

  /** A key file of the vault's key; `passphrase` only makes it another one. */
  makeKeyFile(passphrase: string) {
    return nameDocument('key', JSON.stringify({ v: 1, keyId: this.keyring[0]?.keyId, passphrase }), simCodec);
  }

  /** A second machine that begins as an exact copy of this one, name and all. */
  clone(replica: Replica): Replica {
    const copy = this.#make(`${replica.label}'`, replica.store.toImage(), replica);
    this.replicas.push(copy);
    return copy;
  }

  #make(label: string, image: StoreImage, clonedFrom?: Replica): Replica {
    const { limits, mutant, storeFaults } = this.options;
    return new Replica({
      label,
      image,
      storage: this.storage,
      weather: this.weather,
      keyring: this.keyring,
      limits,
      mutant,
      nowMs: () => this.#nowMs,
      clockOffsetMs: this.chance.hits(0.3) ? (this.chance.next() - 0.5) * 800 * DAY_MS : 0,
      // Nobody writes on a machine before it is connected.
      between: async (who) => {
        if (this.replicas.includes(who)) await this.between(who);
      },
      beforeWrite: () => {
        if (!this.weather.isBad || !this.chance.hits(storeFaults)) return;
        const isFull = this.chance.hits(0.5);
        this.countFault(isFull ? 'store full in a transaction' : 'crash in a transaction');
        throw isFull ? new AppError('database-full') : new Crashed();
      },
      ...(clonedFrom && { clonedFrom }),
    });
  }

  backUp(replica: Replica): void {
    this.backups.push({ replica, image: replica.store.toImage(), ids: replica.ids });
  }

  /** A reader does something; a failure means that it was not done. */
  async edit(replica: Replica): Promise<void> {
    this.tick();
    try {
      await this.readers.act(replica);
    } catch (thrown) {
      this.#expectFailure(thrown);
      if (thrown instanceof Crashed) this.readers.closeTabs(replica);
    }
  }

  /** A round, with the reader's answers to what it asks; `null` where it failed or was refused. */
  async round(replica: Replica): Promise<RoundReport | null> {
    this.tick();
    this.rounds += 1;
    const before = this.ledger.standingIn(replica.store);
    try {
      let report = await replica.runRound({ isApproved: this.chance.hits(0.3) });
      if (report?.state === 'asks') report = await replica.runRound({ isApproved: true });
      this.log(`${replica.label}: ${summary(report)}`);
      return report;
    } catch (thrown) {
      this.#expectFailure(thrown);
      this.log(`${replica.label}: ${thrown}`);
      const isMissing = thrown instanceof AppError && thrown.code === 'vault-missing';
      if (isMissing && this.chance.hits(0.7)) await this.startOver(replica);
      return null;
    } finally {
      this.#checkNothingTaken(replica, before);
      this.requests += replica.remote.log.length;
      this.readTraffic(replica);
    }
  }

  /** Empties the account of requests. */
  readTraffic(replica: Replica): string[] {
    return replica.remote.log.splice(0);
  }

  /** The reader's answer to a vault that is gone, given with open eyes: this one shall be there again. */
  async startOver(replica: Replica): Promise<void> {
    if (this.storage.list('').some(({ name }) => readDocumentName(name)?.kind === 'vault')) return;
    this.log(`${replica.label}: start over here`);
    try {
      const { vaultFile, vaultId, documents } = await replica.store.loadState();
      await publishDocuments(replica.remote, documents, simCodec);
      await replica.store.reset({ vaultFile, vaultId, documents, hasJoined: true });
    } catch (thrown) {
      this.#expectFailure(thrown);
    }
  }

  /** I2, I3: no round takes away what was here. */
  #checkNothingTaken(replica: Replica, before: Set<string>): void {
    const after = this.ledger.standingIn(replica.store);
    const taken = [...before].filter((text) => !after.has(text));
    if (taken.length > 0)
      throw new BrokenInvariant(`I3 ${replica.label} no longer has: ${taken.join(' | ')}`);
  }

  #expectFailure(thrown: unknown): void {
    if (thrown instanceof Crashed || (thrown instanceof AppError && thrown.code !== 'unexpected')) return;
    throw thrown;
  }

  /** Something that destroys copies. What existed nowhere else is nobody's fault. */
  async destroy(what: string, work: () => void): Promise<void> {
    this.countFault(what);
    const before = await this.#universe();
    work();
    const after = await this.#universe();
    this.ledger.excuse([...before].filter((text) => !after.has(text)));
  }

  async #universe(): Promise<Set<string>> {
    const here = this.replicas.flatMap((replica) => [...this.ledger.standingIn(replica.store)]);
    const there = (await this.readStorage()).flatMap((change) => change.x ?? []);
    return this.ledger.withReplaced([...here, ...there]);
  }

  /** Every change that a whole segment on the storage holds. */
  async readStorage() {
    const segments = this.storage.paths().flatMap((path) => {
      const sha = /([0-9a-f]{32})\.seg$/.exec(path)?.[1];
      const bytes = this.storage.read(path);
      return sha && bytes ? [{ sha, bytes }] : [];
    });
    const readings = await Promise.all(
      segments.map(({ sha, bytes }) => readSegment(sha, bytes, this.keyring, simCodec)),
    );
    return readings.flatMap((reading) => (reading.ok ? reading.changes : []));
  }

  /** A file that a newer version has written into the folder of a replica. */
  async addNewerSegment(replica: Replica): Promise<void> {
    const header = new TextEncoder().encode(JSON.stringify({ v: 2, novelty: this.chance.hex(8) }));
    const bytes = new Uint8Array(8 + header.byteLength);
    bytes.set(new TextEncoder().encode('SLG1'));
    new DataView(bytes.buffer).setUint32(4, header.byteLength, true);
    bytes.set(header, 8);
    this.storage.write(`${toFolder(replica.replica)}/${await simCodec.digest(bytes)}.seg`, bytes);
  }
}

/** A key of a vault, from a seed; what it seals differs all the same, since each seal draws its own IV. */
export async function makeKey(chance: Chance): Promise<VaultKey> {
  const raw = Uint8Array.from({ length: 32 }, () => chance.below(256));
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
  return { keyId: chance.hex(16), key };
}

function summary(report: RoundReport | null): string {
  if (!report) return 'refused: a round is running';
  const { pulled, pushed, healed, rescued, merged, requests, isDeep } = report;
  return `${isDeep ? 'deep ' : ''}round, ${requests} requests, pulled ${pulled.segments}, pushed ${pushed.segments}, healed ${healed}, rescued ${rescued}, merged ${merged}`;
}
