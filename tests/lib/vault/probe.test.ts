import { describe, expect, it } from 'vitest';
import { AppError } from '@/lib/model/app-error';
import { createNote } from '@/lib/notes/write-note';
import { probeRemote } from '@/lib/vault/probe';
import { makeDraft } from '@/tests/builders';
import { click, createMapRemote, enter, layVaultBed } from '@/tests/vault';

layVaultBed();

describe('the probe', () => {
  it('tries all four verbs and leaves nothing behind', async () => {
    const remote = createMapRemote();
    remote.files.set('holiday.jpg', new Uint8Array(3));
    const report = await probeRemote(remote);
    expect(report).toMatchObject({ foundVault: null, otherFiles: 1, clockSkewMs: null });
    expect(report.steps).toEqual(
      ['put', 'list', 'range', 'delete'].map((step) => ({ step, ok: true, error: null })),
    );
    expect([...remote.files.keys()]).toEqual(['holiday.jpg']);
  });

  it('tells what vault is there', async () => {
    const remote = createMapRemote();
    await createNote(makeDraft());
    await enter(remote, 'plum ladder sixty');
    await click(remote);
    expect((await probeRemote(remote)).foundVault).toEqual({ isEncrypted: true, replicas: 1 });
  });

  it('says at which step a storage fails, and does not go on to what depends on it', async () => {
    const remote = createMapRemote((request) => {
      if (request.startsWith('put')) throw new AppError('remote-denied', { detail: 'PUT' });
    });
    const { steps } = await probeRemote(remote);
    expect(steps).toMatchObject([
      { step: 'put', ok: false, error: { code: 'remote-denied' } },
      { step: 'list', ok: false, error: null },
    ]);
  });
});
