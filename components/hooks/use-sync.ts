import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { noteName } from '@/components/notes/note-name';
import { loadNote } from '@/lib/db/notes';
import { listRounds, type RoundRow } from '@/lib/db/rounds';
import type { VaultName } from '@/lib/model/vault-name';
import type { Progress } from '@/lib/sync/round-report';
import type { Connection } from '@/lib/vault/connection';
import { loadConnection } from '@/lib/vault/connections';
import { createDexieStore, loadVaultState } from '@/lib/vault/dexie-store';
import { loadKeyring } from '@/lib/vault/keyring';
import { loadProgress } from '@/lib/vault/progress';
import { loadSchedule, type Schedule } from '@/lib/vault/schedule';
import { type Loaded, useLive } from './use-live';

/** Everything that the Sync section shows of a connection, at one moment. `connection` is `null` where there is none. */
export type SyncKnown = {
  connection: Connection | null;
  /** Whether this browser holds a key of the vault. */
  isEncrypted: boolean;
  /** Whether the first round, which asks, has been made. */
  hasJoined: boolean;
  /** Newest first. */
  rounds: RoundRow[];
  schedule: Schedule;
  progress: Progress | null;
  /** Changes that wait to be sent; 0 where nothing is sent anywhere. */
  toSend: number;
};

/** How sync of a vault stands, kept up to date. */
export function useSync(vault: VaultName): Loaded<SyncKnown> {
  return useLive(async () => {
    const [connection, keys, rounds, schedule, progress] = await Promise.all([
      loadConnection(vault),
      loadKeyring(vault),
      listRounds(vault),
      loadSchedule(vault),
      loadProgress(vault),
    ]);
    return {
      connection,
      isEncrypted: keys.length > 0,
      // Only then has this installation an id for certain, without which no live query could give it one.
      hasJoined: connection !== null && (await loadVaultState(vault)).hasJoined,
      rounds,
      schedule,
      progress,
      // Without a connection every change waits: counting a hundred thousand holds up all else that a page reads.
      toSend: connection === null ? 0 : await createDexieStore(vault).countPending(),
    };
  }, [vault]);
}

const NO_NAMES: ReadonlyMap<string, string> = new Map();

/** What these notes are called, in a few words each; those that are not here are left out. */
export function useNoteNames(ids: readonly string[], vault: VaultName): ReadonlyMap<string, string> {
  const named = useLive(async () => {
    const notes = await Promise.all(ids.map((id) => loadNote(id, vault)));
    return new Map(notes.flatMap((note) => (note ? [[note.id, noteName(note)]] : [])));
  }, [ids.join(), vault]);
  return named.state === 'ready' ? named.value : NO_NAMES;
}

/** Whether the machine has a network. */
export function useOnline(): boolean {
  const watch = useCallback((changed: () => void) => {
    const life = new AbortController();
    addEventListener('online', changed, { signal: life.signal });
    addEventListener('offline', changed, { signal: life.signal });
    return () => life.abort();
  }, []);
  return useSyncExternalStore(watch, () => navigator.onLine);
}

const TICK_MS = 30_000;

/** The present moment, in milliseconds since 1970, good enough for times of day. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
