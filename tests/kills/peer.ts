/** Another machine of the reader's on the same vault, in this process: it writes notes that rounds bring, and reads back what they sent. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createIn } from '@/lib/notes/edit-in';
import { webCodec } from '@/lib/sync/codec';
import { readSegmentName } from '@/lib/sync/names';
import { createWebdav } from '@/lib/sync/remotes/webdav';
import { runRound } from '@/lib/sync/round';
import { readSegment } from '@/lib/sync/segment';
import { inspectVault } from '@/lib/sync/vault-file';
import type { RunningServer } from '@/tests/remotes/servers/serve';
import { MemoryStore } from '@/tests/sim/memory-store';
import type { Chance } from '@/tests/sim/random';
import { makeImage } from '@/tests/sim/store-image';
import type { Found } from './page';
import { readKey, spell, sumOf, type Wording } from './spell';

export class Peer {
  readonly #store: MemoryStore;
  readonly #remote: ReturnType<typeof createWebdav>;
  readonly #chance: Chance;

  constructor({ url, user, password }: RunningServer, chance: Chance) {
    this.#store = new MemoryStore(makeImage(chance.hex(16)));
    this.#remote = createWebdav({ url, user, password, fetch: (...asked) => fetch(...asked) });
    this.#chance = chance;
  }

  /** Joins the vault that is there. */
  async join(): Promise<void> {
    const { vaults, documents } = await inspectVault(this.#remote, webCodec);
    const vaultFile = vaults[0]?.name ?? null;
    const vaultId = vaults[0]?.vault.vaultId ?? null;
    await this.#store.saveState({
      vaultFile,
      vaultId,
      documents: documents.map(({ name, text }) => ({ name, text })),
    });
  }

  /** Writes notes and sends them. */
  async push(wordings: readonly Wording[]): Promise<void> {
    for (const wording of wordings) {
      const draft = { target: null, topics: [], tags: [], body: spell(wording) };
      await this.#store.write((writing) =>
        createIn(writing, draft, { nowMs: () => Date.now(), newId: this.#chance.id }),
      );
    }
    await this.sync();
  }

  /** One round. */
  async sync(): Promise<void> {
    await runRound({
      remote: this.#remote,
      store: this.#store,
      keyring: [],
      codec: webCodec,
      random: this.#chance.next,
      isApproved: true,
    });
  }

  /** The notes as they are here. */
  read(): Found[] {
    return this.#store.readNotes().map(({ note: { id, body, hidden, versions } }) => {
      return { id, key: readKey(body), sum: sumOf(body), hidden, versions: versions.length };
    });
  }
}

/** Segments on the server's disk: how many there are, and those that are not whole under their name. */
export async function inspectServer(files: string): Promise<{ segments: number; torn: string[] }> {
  const names = readdirSync(files, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.seg'),
  );
  const torn: string[] = [];
  for (const name of names) {
    const bytes = new Uint8Array(readFileSync(join(files, name)));
    const sha = readSegmentName(name.slice(name.lastIndexOf('/') + 1)) ?? '';
    const isNamed = createHash('sha256').update(bytes).digest('hex').startsWith(sha);
    if (!isNamed || !(await readSegment(sha, bytes, [], webCodec)).ok) torn.push(name);
  }
  return { segments: names.length, torn };
}
