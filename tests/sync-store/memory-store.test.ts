import { MemoryStore, makeImage } from '@/tests/sim/memory-store';
import { describeStore } from './contract';

describeStore('in memory', async () => {
  const store = new MemoryStore(makeImage('0'.repeat(16)));
  return { store, write: (work) => store.write(work) };
});
