/** Vaults of a given size, without faults, as the product runs them: real limits, real gzip, real AES. */
import { createIn, editIn } from '@/lib/notes/edit-in';
import { webCodec } from '@/lib/sync/codec';
import { runRound } from '@/lib/sync/round';
import type { RoundReport } from '@/lib/sync/round-report';
import type { VaultKey } from '@/lib/sync/seal';
import { makeVaultFile, publishDocuments, type VaultDocument } from '@/lib/sync/vault-file';
import { MeasuredRemote, type Traffic } from './measured-remote';
import { MemoryStore } from './memory-store';
import { type Chance, makeChance } from './random';
import { Storage } from './storage';
import { makeImage } from './store-image';
import { makeKey } from './world';

/** What one round took. */
export type Measured = Traffic & { milliseconds: number; report: RoundReport };

const WORDS_IN_NOTE = 45;

/** A machine in a vault that is measured. */
export class Machine {
  readonly replica: string;
  readonly store: MemoryStore;
  readonly #vault: ScaleVault;
  readonly #remote: MeasuredRemote;
  readonly #notes: string[] = [];

  /** `seesOnlyItself`: it writes and reads nothing, so that a crowd of them is cheap to make. */
  constructor(vault: ScaleVault, { seesOnlyItself = false } = {}) {
    this.#vault = vault;
    this.replica = vault.chance.hex(16);
    this.store = new MemoryStore(makeImage(this.replica));
    this.#remote = new MeasuredRemote(vault.storage, seesOnlyItself ? this.replica : null);
  }

  async join(documents: VaultDocument[]): Promise<void> {
    const vaultFile = documents.find(({ kind }) => kind === 'vault')?.name ?? null;
    await this.store.saveState({ vaultFile, vaultId: 'measured', documents });
  }

  async write(notes: number): Promise<void> {
    for (let number = 0; number < notes; number += 1) {
      const { words, source, chance } = this.#vault;
      const body = words(WORDS_IN_NOTE);
      const url = `https://news.example/${chance.hex(12)}`;
      const target = { url, canonical: url, title: words(9), published: '2026-01-02', selectors: null };
      const draft = { target, topics: ['huawei'], tags: [], body };
      this.#notes.push((await this.store.write((writing) => createIn(writing, draft, source))).id);
    }
  }

  /** Puts some words at the end of that many of its notes. */
  async edit(notes: number): Promise<void> {
    for (let number = 0; number < notes; number += 1) {
      const { words, source, chance } = this.#vault;
      const id = chance.pick(this.#notes) ?? '';
      await this.store.write(async (writing) => {
        const [head] = (await writing.loadStates([id])).get(id)?.heads ?? [];
        // Notes do not grow for ever.
        const kept = (head?.text ?? '').slice(-400);
        return editIn(writing, id, { body: `${kept} ${words(6)}` }, undefined, source);
      });
    }
  }

  async round(): Promise<Measured> {
    const { chance, keyring } = this.#vault;
    this.#remote.takeTraffic();
    const started = performance.now();
    const report = await runRound({
      remote: this.#remote,
      store: this.store,
      keyring,
      codec: webCodec,
      random: chance.next,
      isApproved: true,
    });
    return { ...this.#remote.takeTraffic(), milliseconds: performance.now() - started, report };
  }

  /** A round that is not the one in twenty that looks everywhere. */
  async ordinaryRound(): Promise<Measured> {
    await this.store.saveState({ roundsSinceDeep: 0 });
    return this.round();
  }

  countFiles(): number {
    return this.#vault.storage.list(`s/${this.replica}`).length;
  }
}

/** A vault that is measured. */
export class ScaleVault {
  readonly storage = new Storage();
  readonly chance: Chance = makeChance(1);
  readonly #vocabulary = Array.from({ length: 4_000 }, () => this.#makeWord());
  #nowMs = Date.UTC(2026, 0, 1);
  #documents: VaultDocument[] = [];
  keyring: VaultKey[] = [];

  /** Founds it. */
  async found(): Promise<void> {
    this.keyring = [await makeKey(this.chance)];
    const vaultId = this.chance.hex(32);
    this.#documents = [await makeVaultFile({ vaultId, isEncrypted: true, nowMs: this.#nowMs }, webCodec)];
    await publishDocuments(new MeasuredRemote(this.storage), this.#documents, webCodec);
  }

  async addMachine(options?: { seesOnlyItself?: boolean }): Promise<Machine> {
    const machine = new Machine(this, options);
    await machine.join(this.#documents);
    return machine;
  }

  readonly source = {
    nowMs: () => {
      this.#nowMs += 1 + this.chance.below(60_000);
      return this.#nowMs;
    },
    newId: () => this.chance.id(),
  };

  /** This many words; some are far more frequent than others, as in any text. */
  readonly words = (count: number): string => {
    const picked = Array.from({ length: count }, () => {
      const rank = Math.floor(this.chance.next() ** 3 * this.#vocabulary.length);
      return this.#vocabulary[rank] ?? '';
    });
    return picked.join(' ');
  };

  #makeWord(): string {
    // As long as English words are: 4.7 letters in the mean.
    const length = 2 + this.chance.below(6);
    return Array.from(
      { length },
      () => 'etaoinshrdlucmfwypvbgk'[Math.floor(this.chance.next() ** 1.6 * 22)],
    ).join('');
  }
}
