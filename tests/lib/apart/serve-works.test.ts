import { expect, it, vi } from 'vitest';
import { serveWorks } from '@/lib/apart/serve-works';
import type { Order, Reply } from '@/lib/apart/works';
import { database } from '@/lib/db/database';
import { createNote } from '@/lib/notes/write-note';
import { makeDraft } from '@/tests/builders';
import { emptyDatabaseBeforeEach } from '@/tests/stored';

emptyDatabaseBeforeEach();

/** Asks for a work, and returns what is said until it is done, for short. */
async function say(order: Order): Promise<string[]> {
  const hears = Promise.withResolvers<(event: MessageEvent<Order>) => void>();
  const said: string[] = [];
  serveWorks({
    addEventListener: (_, hear) => hears.resolve(hear),
    postMessage: (reply: Reply) => void said.push(...Object.keys(reply)),
  });
  // As in a thread of its own: nothing was asked of the database before.
  database.close();
  (await hears.promise)(new MessageEvent('message', { data: order }));
  await vi.waitUntil(() => said.includes('answer'));
  return said;
}

it('a work that the database answers gives a sign of life, at most one each second', async () => {
  await createNote(makeDraft());
  expect(await say({ name: 'exportVault', given: [] })).toEqual(['isAlive', 'answer']);
});

it('a work that the database does not answer gives none', async () => {
  expect(await say({ name: 'countWritten', given: [[]] })).toEqual(['answer']);
});
