/**
 * What every store of rounds promises (lib/sync/store.ts), sentence by sentence. Free of vitest: contract.ts runs the
 * cases in Node, tests/e2e/sync-store.test.ts in real browsers.
 */
import { RECEIVED_CASES } from './received-cases';
import { SENT_CASES } from './sent-cases';

/** Every promise. */
export const STORE_CASES = [...RECEIVED_CASES, ...SENT_CASES];
