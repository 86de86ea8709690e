/**
 * The installations that share the vault. What they say of themselves travels as changes of `replica:<id>`, like
 * notes: nobody registers anywhere, and nobody can be locked out by a list.
 */
import { z } from 'zod';
import { listChangesOf } from '@/lib/db/list-changes-of';
import { loadReplica } from '@/lib/db/replica';
import { writeNotes } from '@/lib/db/write-notes';
import type { Change } from '@/lib/model/note';
import type { VaultName } from '@/lib/model/vault-name';
import { randomId } from '@/lib/notes/random-id';
import { nextStamp } from '@/lib/sync/clock';
import { applyChange, EMPTY_STATE, isLive, type NoteState } from '@/lib/sync/merge';
import { createDexieStore } from './dexie-store';

const PREFIX = 'replica:';
const NAME_LENGTH = 60;
const DAY_MS = 24 * 60 * 60_000;

/** One installation. `name` is empty until somebody named it; `lastSeenAt` is when it made a round, to the day. */
export type Replica = {
  id: string;
  name: string;
  lastSeenAt: number | null;
  isSelf: boolean;
  /** The reader has said that it is gone: nobody expects it any more. Its notes stay. */
  isRetired: boolean;
};

const fieldsSchema = z.object({
  name: z.string().max(NAME_LENGTH).catch(''),
  lastSeenAt: z.number().nullable().catch(null),
  retired: z.boolean().catch(false),
});

/** Every installation of a vault known, this one first, then those seen last. */
export async function listReplicas(vault?: VaultName): Promise<Replica[]> {
  const self = await loadReplica(vault);
  const states = await loadReplicaStates(vault);
  const peers = await createDexieStore(vault).listPeers();
  const ids = new Set([self, ...peers.map(({ replica }) => replica), ...states.keys()]);
  return [...ids]
    .map((id) => {
      const { name, lastSeenAt, retired } = readFields(states.get(id));
      return { id, name, lastSeenAt, isSelf: id === self, isRetired: retired };
    })
    .sort((a, b) => Number(b.isSelf) - Number(a.isSelf) || (b.lastSeenAt ?? 0) - (a.lastSeenAt ?? 0));
}

/** Names this installation, for the reader's other ones to show. */
export async function nameReplica(name: string, vault?: VaultName): Promise<void> {
  await write(await loadReplica(vault), { name: name.trim().slice(0, NAME_LENGTH) }, vault);
}

/** Says that an installation is gone. It says the opposite itself by making another round. */
export function retireReplica(id: string, vault?: VaultName): Promise<void> {
  return write(id, { retired: true }, vault);
}

/** Notes, at most once a day, that this installation makes rounds. */
export async function recordSeen(nowMs: number, vault?: VaultName): Promise<void> {
  const self = await loadReplica(vault);
  const { lastSeenAt, retired } = readFields((await loadReplicaStates(vault)).get(self));
  if (retired) await write(self, { retired: false, lastSeenAt: nowMs }, vault);
  else if (lastSeenAt === null || nowMs >= lastSeenAt + DAY_MS)
    await write(self, { lastSeenAt: nowMs }, vault);
}

async function loadReplicaStates(vault: VaultName | undefined): Promise<Map<string, NoteState>> {
  const states = new Map<string, NoteState>();
  for (const change of await listChangesOf(PREFIX, vault)) {
    const id = change.e.slice(PREFIX.length);
    if (!/^[0-9a-f]{16}$/.test(id)) continue;
    states.set(id, applyChange(states.get(id) ?? EMPTY_STATE, change));
  }
  return states;
}

function readFields(state: NoteState | undefined): z.infer<typeof fieldsSchema> {
  const { name, lastSeenAt, retired } = state?.fields ?? {};
  return fieldsSchema.parse({
    name: name?.value,
    lastSeenAt: lastSeenAt?.value,
    retired: retired?.value,
  });
}

function write(id: string, fields: NonNullable<Change['f']>, vault: VaultName | undefined): Promise<void> {
  return writeNotes(async (writing) => {
    const stamp = nextStamp(await writing.loadStamp(), Date.now());
    const change: Change = { i: randomId(), t: stamp, e: `${PREFIX}${id}`, f: fields };
    const rows = await writing.loadRows([change.e]);
    const state = [...rows.map((row) => row.change), change].reduce(applyChange, EMPTY_STATE);
    // What the reader's other machines know already and no field stands on: a year of days seen is one change.
    const idle = rows.filter((row) => !row.pending && !isLive(state, row.change));
    await writing.saveStamp(stamp);
    await writing.dropRows(idle.map((row) => row.i));
    await writing.saveRows([
      { i: change.i, e: change.e, t: stamp, pending: 1, left: 0, own: 1, n: 0, s: '', change },
    ]);
  }, vault);
}
