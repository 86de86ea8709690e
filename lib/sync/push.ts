/** The second half of a round: our changes are cut into segments, sent, and believed only when read back. */
import { AppError } from '@/lib/model/app-error';
import type { Change } from '@/lib/model/note';
import { loadBounded } from './load-bounded';
import { toFolder, toSegmentName } from './names';
import type { Round } from './round-context';
import { countFitting, SEGMENT_LIMITS, type SegmentContent, writeSegment } from './segment';
import type { OwnSegment } from './store';

/** Sends what is left of earlier rounds, then every change that no segment holds yet. */
export async function push(round: Round, replica: string): Promise<void> {
  const { store, report } = round;
  await sendWaiting(round, replica);
  const total = await store.countPending();
  let sent = 0;
  for (;;) {
    round.onProgress({ phase: 'send', done: sent, total });
    const taken = await store.takePending(SEGMENT_LIMITS.changes);
    const adopted = await store.loadAdopted();
    if (taken.length === 0 && adopted.length === 0) return;
    const changes = taken.slice(0, countFitting(taken));
    // What replaces a lost segment must hold all that was taken over from it: the last one does.
    const isLast = changes.length === taken.length && taken.length < SEGMENT_LIMITS.changes;
    const content = {
      replica,
      changes,
      replaces: isLast ? adopted.slice(0, MOST_REPLACED) : [],
      closed: false,
    };
    const isSent = await publish(round, content, { numbered: null });
    sent += changes.length;
    if (isSent) report.pushed.segments += 1;
    if (isSent) report.pushed.changes += changes.length;
    // Not confirmed, so not settled: the next round goes on from here.
    if (!isSent || isLast) return;
  }
}

/**
 * Sends what earlier rounds could not confirm. No name is ever sent twice: a segment may have arrived in spite of
 * what was answered, others may have read it, and nobody could tell a damaged second sending from the first. So what
 * is not there whole is written anew under another name.
 */
async function sendWaiting(round: Round, replica: string): Promise<void> {
  const waiting = (await round.store.listOwn()).filter((row) => row.state === 'intended');
  const replacing = new Set(waiting.flatMap((row) => row.replaces));
  for (const row of waiting) {
    if (replacing.has(row.sha)) continue;
    const found = await checkArrival(round, row.sha, row.folder);
    if (found === 'whole') await round.store.confirmSegment(row.sha);
    else if (found === 'damaged') await rewriteSegment(round, replica, [row]);
    else await renameSegment(round, replica, row);
  }
}

/** Sends an intended segment that is not there, under another name and in the place of nothing. */
async function renameSegment(round: Round, replica: string, row: OwnSegment): Promise<void> {
  const { from, to, replaces } = row;
  const changes = await round.store.loadNumbered(from, to);
  const content = { replica, changes, replaces, closed: false };
  await publish(round, content, { numbered: { from, to }, instead: row.sha });
}

/**
 * Writes a segment: stored as an intent, sent, read back. `numbered`: the range whose changes it holds again; `null`
 * for changes that get their numbers now. `instead`: an intent that is given up for it. True when the remote was seen
 * to hold it.
 */
async function publish(
  round: Round,
  content: SegmentContent,
  { numbered, instead }: { numbered: { from: number; to: number } | null; instead?: string },
): Promise<boolean> {
  const salted = { ...content, salt: drawSalt(round) };
  const { sha, bytes, rawBytes } = await writeSegment(salted, round.keyring, round.codec);
  const folder = toFolder(content.replica);
  const { replaces } = content;
  const count = content.changes.length;
  const changes: Change[] | null = numbered ? null : content.changes;
  await round.store.intendSegment(
    { sha, folder, size: bytes.byteLength, rawBytes, count, replaces, ...numbered },
    bytes,
    changes,
  );
  if (instead !== undefined) await round.store.dropOwn(instead);
  try {
    return await sendSegment(round, sha, folder);
  } catch (thrown) {
    // Else a text that does not fit would keep the reader from making it shorter.
    if (thrown instanceof AppError && thrown.code === 'remote-full') await round.store.recallSegment(sha);
    throw thrown;
  }
}

function drawSalt({ random }: Round): string {
  return Array.from({ length: 16 }, () => Math.floor(random() * 16).toString(16)).join('');
}

/** Sends an intended segment and reads it back. What the remote answers to sending proves nothing either way. */
async function sendSegment(round: Round, sha: string, folder: string): Promise<boolean> {
  const bytes = await round.store.loadBytes(sha);
  if (!bytes) return false;
  await round.remote.put(`${folder}/${toSegmentName(sha)}`, bytes);
  const isThere = (await checkArrival(round, sha, folder)) === 'whole';
  if (isThere) await round.store.confirmSegment(sha);
  return isThere;
}

async function checkArrival(
  { remote, codec }: Round,
  sha: string,
  folder: string,
): Promise<'whole' | 'damaged' | 'absent'> {
  const found = await loadBounded(remote, `${folder}/${toSegmentName(sha)}`, SEGMENT_LIMITS.fileBytes);
  if (!found) return 'absent';
  if (found === 'tooLarge') return 'damaged';
  return (await codec.digest(found)) === sha ? 'whole' : 'damaged';
}

/**
 * Writes the changes of adjacent segments of ours, those that still stand, into one. What each of them replaced is
 * named, too, for machines that have not seen them in between.
 */
export async function rewriteSegment(round: Round, replica: string, rows: OwnSegment[]): Promise<boolean> {
  const numbered = {
    from: Math.min(...rows.map(({ from }) => from)),
    to: Math.max(...rows.map(({ to }) => to)),
  };
  const changes = await round.store.loadNumbered(numbered.from, numbered.to);
  const replaces = [...new Set([...rows.map(({ sha }) => sha), ...rows.flatMap((row) => row.replaces)])];
  return publish(
    round,
    { replica, changes, replaces: replaces.slice(0, MOST_REPLACED), closed: true },
    { numbered },
  );
}

/** As many as a header may carry; the segments themselves come first. */
const MOST_REPLACED = 1_800;

/** Deletes the segments of ours that a confirmed one has replaced. */
export async function removeDoomed({ store, remote }: Round): Promise<void> {
  for (const row of await store.listOwn()) {
    if (row.state !== 'doomed') continue;
    await remote.delete(`${row.folder}/${toSegmentName(row.sha)}`);
    await store.dropOwn(row.sha);
  }
}
