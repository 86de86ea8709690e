/** What the tables of one installation hold at one moment. */
import type { ChangeRow } from '@/lib/db/database';
import type { Note } from '@/lib/model/note';
import type { NoteState } from '@/lib/sync/merge';
import {
  type ForeignRow,
  makeVaultState,
  type OwnSegment,
  type PeerRow,
  type VaultState,
} from '@/lib/sync/store';

/** A note as shown, and what it is derived from. */
export type NotePair = { note: Note; state: NoteState };

/** Rows of every table, as a backup of the machine would hold them. */
export type StoreImage = {
  notes: [string, NotePair][];
  changes: [string, ChangeRow][];
  applied: [string, true][];
  foreign: [string, ForeignRow][];
  own: [string, OwnSegment][];
  bytes: [string, Uint8Array][];
  peers: [string, PeerRow][];
  adopted: [string, true][];
  state: VaultState;
  stamp: number;
  lastNumber: number;
};

/** The tables of an installation that has just been made. */
export function makeImage(replica: string): StoreImage {
  return {
    notes: [],
    changes: [],
    applied: [],
    foreign: [],
    own: [],
    bytes: [],
    peers: [],
    adopted: [],
    state: makeVaultState(replica),
    stamp: 0,
    lastNumber: 0,
  };
}
