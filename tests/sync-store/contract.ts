import { describe, expect, it } from 'vitest';
import { type OpenStore, openBench } from './bench';
import { STORE_CASES } from './cases';

/** Runs the cases on a store; `open` gives a fresh one. */
export function describeStore(name: string, open: () => Promise<OpenStore>): void {
  describe(`the store of rounds: ${name}`, () => {
    it.each(STORE_CASES)('$name', async ({ run }) => run(await openBench(open), expect));
  });
}
