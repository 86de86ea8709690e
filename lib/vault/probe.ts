import { type AppError, toAppError } from '@/lib/model/app-error';
import { webCodec } from '@/lib/sync/codec';
import { FOLDERS, readDocumentName, readHeadName } from '@/lib/sync/names';
import type { Remote } from '@/lib/sync/remote';
import { type FoundVault, inspectVault } from '@/lib/sync/vault-file';
import type { Connection } from './connection';
import { openRemote } from './open-remote';

/** What a probe tries, in this order, on one small file that it makes and removes. */
export type ProbeStep = { step: 'put' | 'list' | 'range' | 'delete'; ok: boolean; error: AppError | null };

/** What a storage can do, and what lies in its folder. */
export type ProbeReport = {
  steps: ProbeStep[];
  /** `null` where there is none yet (or the folder could not be looked at). */
  foundVault: { isEncrypted: boolean; replicas: number } | null;
  /** Files in the folder that are not ours: they stay as they are. */
  otherFiles: number;
  /** How far the storage's clock is ahead of this machine's; `null` where it has not said. */
  clockSkewMs: number | null;
};

const SIZE = 1_024;
const START = 100;

/** Tries a storage out. Never throws for what the storage does: each failure stands at its step. */
export async function probeRemote(place: Connection | Remote): Promise<ProbeReport> {
  const remote = 'kind' in place ? openRemote(place) : place;
  const bytes = crypto.getRandomValues(new Uint8Array(SIZE));
  const name = `probe.${await webCodec.digest(bytes)}.tmp`;
  const steps: ProbeStep[] = [];
  let found: FoundVault | null = null;
  const attempt = async (step: ProbeStep['step'], work: () => Promise<boolean>) => {
    try {
      steps.push({ step, ok: await work(), error: null });
    } catch (thrown) {
      steps.push({ step, ok: false, error: toAppError(thrown) });
    }
  };
  await attempt('put', async () => {
    await remote.put(name, bytes);
    const back = await remote.get(name, { most: SIZE });
    return back !== null && isEqual(back, bytes);
  });
  await attempt('list', async () => {
    found = await inspectVault(remote, webCodec);
    return found.entries.some((entry) => entry.name === name && (entry.size ?? SIZE) === SIZE);
  });
  const [put] = steps;
  if (put?.ok) {
    await attempt('range', async () => {
      const first = await remote.get(name, { most: SIZE, first: START });
      return first !== null && isEqual(first.subarray(0, START), bytes.subarray(0, START));
    });
    await attempt('delete', async () => {
      await remote.delete(name);
      return (await remote.get(name, { most: SIZE })) === null;
    });
  }
  return {
    steps,
    ...describeFound(found, name),
    clockSkewMs: remote.serverTimeMs === null ? null : remote.serverTimeMs - Date.now(),
  };
}

function describeFound(
  found: FoundVault | null,
  probe: string,
): Pick<ProbeReport, 'foundVault' | 'otherFiles'> {
  if (!found) return { foundVault: null, otherFiles: 0 };
  const heads = found.entries.flatMap(({ name }) => readHeadName(name) ?? []);
  const others = found.entries.filter(
    ({ name, isFolder }) =>
      name !== probe &&
      !(isFolder && name === FOLDERS) &&
      readHeadName(name) === null &&
      readDocumentName(name) === null,
  );
  const isThere = found.vaults.length > 0;
  return {
    foundVault: isThere
      ? {
          isEncrypted: found.vaults.some(({ vault }) => vault.enc !== 'none') || found.keys.length > 0,
          replicas: new Set(heads.map(({ replica }) => replica)).size,
        }
      : null,
    otherFiles: others.length,
  };
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.byteLength === b.byteLength && a.every((byte, at) => byte === b[at]);
}
