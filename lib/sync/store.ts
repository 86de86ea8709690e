/**
 * What a round needs of the local store. Every method is one transaction: it has happened or it has not, and a
 * worker killed between two of them can simply begin the round again.
 */
import type { Change } from '@/lib/model/note';
import type { NoteState } from './merge';

/** Where this installation stands with its vault. */
export type VaultState = {
  /** This installation: 16 hexadecimal digits. */
  replica: string;
  /** Name of the vault file that we hold to; `null` before the first round. */
  vaultFile: string | null;
  vaultId: string | null;
  /** Vault and key files read and understood so far, with their text: to publish them again where they are lost. */
  documents: { name: string; text: string }[];
  /** Such files that were not whole when they were read, as `name:size`. */
  torn?: string[];
  /** Our last verified head; `null` before the first. */
  head: string | null;
  /** Older heads of ours that may still be there. */
  oldHeads: string[];
  /** The folder has changed since that head. */
  isHeadStale: boolean;
  headSeq: number;
  /** Rounds since every folder was last looked at. */
  roundsSinceDeep: number;
  /** Whether the first round, which the reader confirms, has been made. */
  hasJoined: boolean;
};

/** How a replica stands before it has had to do with any vault. */
export function makeVaultState(replica: string): VaultState {
  return {
    replica,
    vaultFile: null,
    vaultId: null,
    documents: [],
    head: null,
    oldHeads: [],
    isHeadStale: false,
    headSeq: 0,
    roundsSinceDeep: 0,
    hasJoined: false,
  };
}

/** Another replica, as far as its heads go. */
export type PeerRow = {
  replica: string;
  /** Heads whose folder state has been taken in, newest last, at most 8. */
  seen: string[];
  /** Rounds in which the folder did not look as its head says. */
  tries: number;
  /** No head of it was listed, and its folder has been looked at since. */
  isHeadless: boolean;
};

/** A segment of another replica, applied, that nothing known replaces. */
export type ForeignRow = {
  sha: string;
  replica: string;
  /** Bytes, where known: listed with another size it is damaged, and counts as missing. */
  size?: number | null;
  /** Listings of its folder in a row that lacked it, and how many make it lost. */
  misses: number;
  patience: number;
};

/** A segment of ours. Its changes are those numbered `from` to `to` that still stand. */
export type OwnSegment = {
  sha: string;
  /** Folder in which it stands: that of the replica we were when it was cut. */
  folder: string;
  from: number;
  to: number;
  size: number;
  /** Bytes of its changes before compression, where known. */
  rawBytes?: number;
  count: number;
  /** `intended`: bytes are kept until the remote has been seen to hold them. `doomed`: replaced by a verified one, to be deleted. */
  state: 'intended' | 'verified' | 'doomed';
  /** Hashes of the segments that it replaces: own ones are doomed when it is verified. */
  replaces: string[];
  /** Own listings in a row in which it was missing or of a wrong size. */
  misses: number;
};

/** A segment read and checked, ready to be applied. */
export type ReadSegment = {
  sha: string;
  replica: string;
  size?: number | null;
  replaces: string[];
  changes: Change[];
};

/**
 * What came of changes from elsewhere, in notes: `added` were not here, `updated` look different now, `known`
 * are as they were. `conflicts`, of any of the three, hold more texts than before.
 */
export type Applied = { added: number; updated: number; known: number; conflicts: number };

/** The local store of one installation. */
export interface SyncStore {
  loadState(): Promise<VaultState>;
  saveState(part: Partial<VaultState>): Promise<void>;

  listPeers(): Promise<PeerRow[]>;
  savePeer(row: PeerRow): Promise<void>;

  /** Those of the segments that are applied already, or covered by one that is. */
  findApplied(shas: string[]): Promise<Set<string>>;
  /**
   * Merges a segment's changes and marks it and what it replaces as applied, in ONE transaction. Its changes, also
   * those known already that are not in a segment of ours, are accounted to it from now on. It gets a row of
   * `foreign`; rows that it replaces go, but for those to which standing changes are accounted that it does not
   * hold: what replaced them for its writer may be lost, and then they are to be rescued.
   */
  applySegment(segment: ReadSegment, patience: number): Promise<Applied>;
  /** Marks a segment as applied without its body: all that it holds is known. What is accounted to those it replaces goes over to it. */
  skipSegment(segment: Omit<ReadSegment, 'changes'>, patience: number): Promise<void>;

  listForeign(): Promise<ForeignRow[]>;
  saveForeign(rows: ForeignRow[]): Promise<void>;
  /**
   * Rescue: segments that are lost elsewhere. The changes accounted to them are ours to send from now on (pending);
   * their rows go. `loadAdopted` gives the hashes of those that had any, until a confirmed segment replaces them.
   */
  adoptSegments(shas: string[]): Promise<void>;

  /** Changes to send that have no number yet, oldest first, at most `most`; from here on they are not rewritten. */
  takePending(most: number): Promise<Change[]>;
  /** The states of these entities; one that is not known is absent. */
  loadStates(entities: string[]): Promise<Map<string, NoteState>>;
  /** How many notes are shown. */
  countNotes(): Promise<number>;
  /** How many changes wait to be sent. */
  countPending(): Promise<number>;
  /** Hashes adopted whose changes have not all been sent. */
  loadAdopted(): Promise<string[]>;
  /** The numbered changes of ours from `from` to `to` that still stand. */
  loadNumbered(from: number, to: number): Promise<Change[]>;
  countNumbered(from: number, to: number): Promise<number>;

  listOwn(): Promise<OwnSegment[]>;
  /** Bytes of an intended segment; `null` once it is verified. */
  loadBytes(sha: string): Promise<Uint8Array | null>;
  /**
   * Stores a new segment before it is sent. With `changes` (from `takePending`) they are numbered, and `from` and
   * `to` are set by the store.
   */
  intendSegment(
    segment: Omit<OwnSegment, 'misses' | 'state' | 'from' | 'to'> & { from?: number; to?: number },
    bytes: Uint8Array,
    changes: Change[] | null,
  ): Promise<void>;
  /**
   * The remote was seen to hold it: bytes go, its changes are no longer pending, own segments that it replaces
   * are doomed, adopted hashes that it replaces are settled, and the head is stale. One transaction.
   */
  confirmSegment(sha: string): Promise<void>;
  /**
   * The remote had no room for it. It is given up, and its changes that still wait to be sent may be rewritten again: a
   * text that is shortened then takes the place of the one that did not fit. One transaction.
   */
  recallSegment(sha: string): Promise<void>;
  /** An own segment was found missing or damaged: its misses, as counted by the round. */
  saveOwn(rows: OwnSegment[]): Promise<void>;
  /** Forgets an own segment: it was deleted, or never arrived and its changes stand in another. */
  dropOwn(sha: string): Promise<void>;
}
