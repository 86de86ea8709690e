import { createPause } from '@/lib/db/pause';

/** What is made of each item, in order. Keys and frames have their turn in between, however many there are. */
export async function mapPaced<Item, Made>(
  items: readonly Item[],
  make: (item: Item) => Made,
): Promise<Made[]> {
  const pause = createPause(undefined);
  const made: Made[] = [];
  for (const item of items) {
    made.push(make(item));
    await pause();
  }
  return made;
}
