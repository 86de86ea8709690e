import { useState } from 'react';
import { downloadFile } from '@/components/download-file';
import { type Carrying, ZipFile } from '@/components/sync/ZipFile';
import { mergeApart, runApart } from '@/lib/apart/run-apart';
import { toAppError } from '@/lib/model/app-error';
import { todayOf } from '@/lib/time/format-date';

/** Notes carried by hand in a .zip file, out and in. */
export function CarryFile() {
  const [carrying, setCarrying] = useState<Carrying>({ state: 'idle' });
  const carry = async (work: () => Promise<Carrying>) => {
    setCarrying({ state: 'working' });
    try {
      setCarrying(await work());
    } catch (thrown) {
      setCarrying({ state: 'failed', error: toAppError(thrown) });
    }
  };
  const save = async (): Promise<Carrying> => {
    const fileName = `notes-${todayOf(new Date())}.zip`;
    downloadFile(fileName, await runApart('exportVault', []));
    return { state: 'saved', fileName };
  };
  const take = async (file: File): Promise<Carrying> => ({
    state: 'taken',
    fileName: file.name,
    applied: await mergeApart('importVault', [file]),
  });
  return (
    <ZipFile
      carrying={carrying}
      onSave={() => void carry(save)}
      onTake={(file) => void carry(() => take(file))}
    />
  );
}
