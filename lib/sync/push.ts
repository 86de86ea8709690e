/** The second half of a round: our changes are cut into segments, sent, and believed only when read back. */
import type { Change } from '@/lib/model/note';
import { toFolder, toSegmentName } from './names';
import type { Round } from './round-context';
import { countFitting, SEGMENT_LIMITS, type SegmentContent, writeSegment } from './segment';

/** Sends what is left of earlier rounds, then every change that no segment holds yet. */
export async function push(round: Round, replica: string): Promise<void> {
  const { store, report } = round;
  const waiting = (await store.listOwn()).filter((row) => row.state === 'intended');
  for (const row of waiting) {
    // It may have arrived in spite of what was answered: others may have read it, so it is not written over.
    if (!(await confirmArrived(round, row.sha, row.folder))) await sendSegment(round, row.sha, row.folder);
  }
  const total = await store.countPending();
  let sent = 0;
  for (;;) {
    round.onProgress({ phase: 'send', done: sent, total });
    const taken = await store.takePending(SEGMENT_LIMITS.changes);
    const adopted = await store.loadAdopted();
    if (taken.length === 0 && adopted.length === 0) return;
    const changes = taken.slice(0, countFitting(taken));
    // Who replaces a lost segment must hold all that was taken over from it: the last one does.
    const isLast = changes.length === taken.length && taken.length < SEGMENT_LIMITS.changes;
    const content = { replica, changes, replaces: isLast ? adopted : [], closed: false };
    const isSent = await publish(round, content, { numbered: null });
    sent += changes.length;
    if (isSent) report.pushed.segments += 1;
    if (isSent) report.pushed.changes += changes.length;
    // Not confirmed, so not settled: the next round goes on from here.
    if (!isSent || isLast) return;
  }
}

/**
 * Writes a segment: stored as an intent, sent, read back. `numbered`: the range whose changes it holds again; `null`
 * for changes that get their numbers now. True when the remote was seen to hold it.
 */
export async function publish(
  round: Round,
  content: SegmentContent,
  { numbered }: { numbered: { from: number; to: number } | null },
): Promise<boolean> {
  const { sha, bytes } = await writeSegment(content, round.keyring, round.codec);
  const folder = toFolder(content.replica);
  const { replaces } = content;
  const count = content.changes.length;
  const changes: Change[] | null = numbered ? null : content.changes;
  await round.store.intendSegment(
    { sha, folder, size: bytes.byteLength, count, replaces, ...numbered },
    bytes,
    changes,
  );
  return sendSegment(round, sha, folder);
}

/** Sends an intended segment and reads it back. What the remote answers to sending proves nothing either way. */
async function sendSegment(round: Round, sha: string, folder: string): Promise<boolean> {
  const bytes = await round.store.loadBytes(sha);
  if (!bytes) return false;
  await round.remote.put(`${folder}/${toSegmentName(sha)}`, bytes);
  return confirmArrived(round, sha, folder);
}

async function confirmArrived(
  { store, remote, codec }: Round,
  sha: string,
  folder: string,
): Promise<boolean> {
  const found = await remote.get(`${folder}/${toSegmentName(sha)}`, { most: SEGMENT_LIMITS.fileBytes });
  if (!found || (await codec.digest(found)) !== sha) return false;
  await store.confirmSegment(sha);
  return true;
}

/** Deletes the segments of ours that a confirmed one has replaced. */
export async function removeDoomed({ store, remote }: Round): Promise<void> {
  for (const row of await store.listOwn()) {
    if (row.state !== 'doomed') continue;
    await remote.delete(`${row.folder}/${toSegmentName(row.sha)}`);
    await store.dropOwn(row.sha);
  }
}
