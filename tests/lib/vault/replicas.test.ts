import { describe, expect, it } from 'vitest';
import { database } from '@/lib/db/database';
import { createNote } from '@/lib/notes/write-note';
import { listReplicas, nameReplica, retireReplica } from '@/lib/vault/replicas';
import { makeDraft } from '@/tests/builders';
import { putStore, takeStore } from '@/tests/stored';
import { click, createMapRemote, enter, layVaultBed } from '@/tests/vault';

layVaultBed();

describe('replicas', () => {
  it('know each other by name, day and whether they are gone', async () => {
    const remote = createMapRemote();
    await createNote(makeDraft());
    await enter(remote);
    await nameReplica('  Laptop  ');
    await click(remote);
    const laptop = (await listReplicas())[0]?.id ?? '';
    const home = await takeStore();
    await enter(remote);
    await nameReplica('Desk');
    await click(remote);
    expect(await listReplicas()).toMatchObject([
      { name: 'Desk', isSelf: true, isRetired: false, lastSeenAt: expect.any(Number) },
      { id: laptop, name: 'Laptop', isSelf: false, isRetired: false, lastSeenAt: expect.any(Number) },
    ]);
    await retireReplica(laptop);
    await click(remote);
    expect((await listReplicas())[1]).toMatchObject({ id: laptop, isRetired: true });
    // It is not gone after all: it says so by coming back.
    await putStore(home);
    await click(remote);
    await click(remote);
    expect((await listReplicas()).find((replica) => replica.isSelf)).toMatchObject({ isRetired: false });
  });

  it('note the day once a day, and keep one change of it', async () => {
    const remote = createMapRemote();
    await enter(remote);
    await click(remote);
    await click(remote);
    expect(await database.changes.where('e').startsWith('replica:').count()).toBe(1);
    expect(await click(remote)).toMatchObject({ report: { requests: 1, pushed: { changes: 0 } } });
  });
});
