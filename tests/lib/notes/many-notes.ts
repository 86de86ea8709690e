import type { Change } from '@/lib/model/note';
import { applyChanges } from '@/lib/notes/apply-changes';
import { indexNotes } from '@/lib/notes/index-notes';
import { makeChange, testId } from '@/tests/builders';

/** Notes that say nothing, made elsewhere: so many at once wait for a shard, and what is fresh goes there with them. */
export async function mergeMany(
  round: number,
  toChange: (at: number) => Partial<Change> = () => ({ x: 'zz' }),
) {
  const changes = Array.from({ length: 21 }, (_, at) =>
    makeChange({
      i: testId('c', round * 100 + at),
      t: (round * 100 + at + 1) * 1_024,
      e: `note:${testId('m', round * 100 + at)}`,
      b: '',
      p: [],
      ...toChange(at),
    }),
  );
  await applyChanges(changes);
  return changes;
}

/** Has the index put all that is fresh into a shard. */
export async function moveIntoShard() {
  await mergeMany(0);
  await indexNotes();
}
