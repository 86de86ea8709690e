import { MemoryStore } from '@/tests/sim/memory-store';
import { makeImage } from '@/tests/sim/store-image';
import { describeStore } from './contract';

describeStore('in memory', async () => {
  const store = new MemoryStore(makeImage('0'.repeat(16)));
  return { store, write: (work) => store.write(work) };
});
