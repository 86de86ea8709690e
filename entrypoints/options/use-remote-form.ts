import { useEffect, useState } from 'react';
import type { ForeseenAccess } from '@/components/sync/AccessLine';
import type { Encryption } from '@/components/sync/EncryptionChoice';
import { accessName } from '@/components/sync/place-name';
import { draftOf, type RemoteDraft, readDraft } from '@/components/sync/remote-draft';
import type { Connection } from '@/lib/vault/connection';
import { hasAccess } from '@/lib/vault/permission';

/** What is typed about a remote, and what the browser will ask about it. Kept through every failure. */
export function useRemoteForm(connection: Connection | null) {
  const [draft, setDraft] = useState<RemoteDraft>(() => draftOf(connection));
  const [encryption, setEncryption] = useState<Encryption>({ isOn: false, passphrase: '' });
  return { draft, setDraft, encryption, setEncryption, foreseen: useForeseenAccess(draft) };
}

function useForeseenAccess(draft: RemoteDraft): ForeseenAccess | null {
  const [foreseen, setForeseen] = useState<ForeseenAccess | null>(null);
  useEffect(() => {
    const life = new AbortController();
    void foresee(draft).then((next) => {
      if (!life.signal.aborted) setForeseen(next);
    });
    return () => life.abort();
  }, [draft]);
  return foreseen;
}

/** Looks at what the browser has granted; sends nothing. `null` while there is no address to ask about. */
async function foresee(draft: RemoteDraft): Promise<ForeseenAccess | null> {
  const { connection } = readDraft({ ...draft, s3: { ...draft.s3, ...FILLED } });
  if (!connection) return null;
  return {
    name: accessName(connection),
    isFolder: connection.kind === 'folder',
    isCovered: await hasAccess(connection),
  };
}

/** What does not matter for access: only the address does. */
const FILLED = { region: '-', bucket: '-', accessKey: '-', secretKey: '-' };
