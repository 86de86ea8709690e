/** Sync with one part of it broken on purpose: the simulation is worth nothing where it does not notice. */
import type { NoteWriting } from '@/lib/db/write-notes';
import { mergeIn } from '@/lib/notes/apply-changes';
import type { Remote } from '@/lib/sync/remote';
import type { SyncStore } from '@/lib/sync/store';
import type { Replica } from './replica';
import { withOverrides } from './replica';
import { digestNow } from './sim-codec';

/** What a mutant does in place of the product. The empty one is the product. */
export type Mutant = {
  newId?: (replica: string, count: number) => string;
  alter?: (writing: NoteWriting) => NoteWriting;
  wrap?: (store: SyncStore, remote: Remote, replica: Replica) => { store?: SyncStore; remote?: Remote };
};

/** Every mutant that the simulation has to catch, by name. */
export const MUTANTS = {
  'no self-heal': {
    wrap: (store) => ({
      store: withOverrides(store, {
        saveOwn: (rows) => store.saveOwn(rows.map((row) => ({ ...row, misses: 0 }))),
        listOwn: async () => (await store.listOwn()).map((row) => ({ ...row, misses: -1e6 })),
      }),
    }),
  },
  'no rescue': {
    wrap: (store) => ({
      store: withOverrides(store, {
        saveForeign: (rows) => store.saveForeign(rows.map((row) => ({ ...row, misses: 0 }))),
        adoptSegments: async () => {},
      }),
    }),
  },
  'text by last writer wins': {
    alter: (writing) => ({
      ...writing,
      saveNotes: (notes) =>
        writing.saveNotes(
          notes.map(({ note, state }) => ({
            note: { ...note, versions: [] },
            state: { ...state, heads: state.heads.slice(-1) },
          })),
        ),
    }),
  },
  'a failed segment counts as applied': {
    wrap: (store, remote) => {
      const skipped = new Set<string>();
      return {
        remote: withGet(remote, async (path, get) => {
          const sha = /([0-9a-f]{32})\.seg$/.exec(path)?.[1];
          const bytes = await get();
          if (sha && bytes && digestNow(bytes) !== sha) skipped.add(sha);
          return bytes;
        }),
        store: withOverrides(store, {
          savePeer: async (row) => {
            await store.savePeer(row);
            for (const sha of skipped) {
              await store.skipSegment({ sha, replica: row.replica, replaces: [] }, 3);
            }
            skipped.clear();
          },
        }),
      };
    },
  },
  'counters in place of random ids': {
    newId: (replica, count) => `${replica.slice(0, 8)}${String(count).padStart(8, '0')}`,
  },
  'nothing is read back': {
    wrap: (_store, remote) => {
      const sent = new Map<string, Uint8Array>();
      const quick = withGet(remote, async (path, get) => sent.get(path) ?? get());
      return {
        remote: {
          ...quick,
          put: async (path, bytes) => {
            await remote.put(path, bytes);
            sent.set(path, bytes);
          },
        },
      };
    },
  },
  'deleted before the new one is verified': {
    wrap: (store, remote) => ({
      store: withOverrides(store, {
        intendSegment: async (segment, bytes, changes) => {
          await store.intendSegment(segment, bytes, changes);
          for (const sha of segment.replaces) await remote.delete(`${segment.folder}/${sha}.seg`);
        },
      }),
    }),
  },
  'marked as applied outside of the transaction': {
    wrap: (store, _remote, replica) => ({
      store: withOverrides(store, {
        applySegment: async (segment, patience) => {
          await store.skipSegment(segment, patience);
          return replica.write((writing) => mergeIn(writing, segment.changes, segment.sha));
        },
      }),
    }),
  },
  'absence deletes': {
    wrap: (store, _remote, replica) => ({
      store: withOverrides(store, {
        saveForeign: async (rows) => {
          await store.saveForeign(rows);
          const gone = new Set(rows.filter(({ misses }) => misses > 0).map(({ sha }) => sha));
          const lost = replica.store.readRows().filter((row) => gone.has(row.s));
          await replica.write(async (writing) => {
            await writing.dropRows(lost.map((row) => row.i));
            const states = await writing.loadStates(lost.map((row) => row.e));
            const pairs = replica.store.readNotes().filter(({ note }) => states.has(note.id));
            await writing.saveNotes(
              pairs.map(({ note, state }) => ({
                note: { ...note, hidden: true },
                state: {
                  ...state,
                  heads: state.heads.filter((head) => !lost.some((row) => row.i === head.i)),
                },
              })),
            );
          });
        },
      }),
    }),
  },
} satisfies Record<string, Mutant>;

function withGet(
  remote: Remote,
  get: (path: string, really: () => Promise<Uint8Array | null>) => Promise<Uint8Array | null>,
): Remote {
  return {
    serverTimeMs: null,
    list: (folder, options) => remote.list(folder, options),
    get: (path, options) => get(path, () => remote.get(path, options)),
    put: (path, bytes, options) => remote.put(path, bytes, options),
    delete: (path, options) => remote.delete(path, options),
  };
}
