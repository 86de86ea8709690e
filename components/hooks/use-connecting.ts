import { useRef, useState } from 'react';
import { AppError, toAppError } from '@/lib/model/app-error';
import type { VaultName } from '@/lib/model/vault-name';
import { connect } from '@/lib/vault/connect';
import type { Connection } from '@/lib/vault/connection';
import { saveConnection } from '@/lib/vault/connections';
import { deriveKey } from '@/lib/vault/derive';
import { type ProbeReport, probeRemote } from '@/lib/vault/probe';
import { clearFailures } from '@/lib/vault/schedule';

/** What a connection is made for: the first one, the same notes at a changed address, another place. */
export type ConnectPurpose = 'connect' | 'edit' | 'move';

/** What is to be connected, and with which new passphrase (`null`: not encrypted). */
type Wanted = { purpose: ConnectPurpose; connection: Connection; passphrase: string | null };

/** How far connecting is. */
export type Connecting =
  /** Nothing is under way; why the last attempt ended, and what the trial had found by then. */
  | {
      step: 'idle';
      error: AppError | null;
      isRefused: boolean;
      wanted: Wanted | null;
      probed: ProbeReport | null;
    }
  /** The browser's prompt is open: nothing has been sent. */
  | { step: 'access'; wanted: Wanted }
  | { step: 'probe'; wanted: Wanted }
  /** The reader has to say something about what was found. */
  | { step: 'passphrase' | 'notEncrypted'; wanted: Wanted; probed: ProbeReport; error: AppError | null }
  | { step: 'join'; wanted: Wanted; probed: ProbeReport }
  | { step: 'connected'; wanted: Wanted; probed: ProbeReport };

const IDLE: Extract<Connecting, { step: 'idle' }> = {
  step: 'idle',
  error: null,
  isRefused: false,
  wanted: null,
  probed: null,
};

/**
 * Leads from a click on "Connect" to a connection: the browser's question, the trial, the passphrase where the
 * vault has one, the vault itself. `requestAccess` is called in the click, before anything else; without a yes
 * nothing is sent. `onConnected` is called once the connection is kept.
 */
export function useConnecting(
  vault: VaultName,
  requestAccess: (connection: Connection) => Promise<boolean>,
  onConnected: (connection: Connection) => void,
) {
  const [connecting, setConnecting] = useState<Connecting>(IDLE);
  const attempt = useRef(0);

  /** Runs one step; what comes of an attempt that was left meanwhile is dropped. */
  const run = async (work: (isLeft: () => boolean) => Promise<Connecting | null>, wanted: Wanted) => {
    attempt.current += 1;
    const mine = attempt.current;
    const isLeft = () => attempt.current !== mine;
    try {
      const next = await work(isLeft);
      if (next && !isLeft()) setConnecting(next);
    } catch (thrown) {
      if (!isLeft()) setConnecting({ ...IDLE, error: toAppError(thrown), wanted });
    }
  };

  const join = async (
    wanted: Wanted,
    probed: ProbeReport,
    isLeft: () => boolean,
  ): Promise<Connecting | null> => {
    setConnecting({ step: 'join', wanted, probed });
    try {
      await keep(wanted, vault);
    } catch (thrown) {
      const error = toAppError(thrown);
      if (error.code === 'passphrase-wrong' || error.code === 'vault-locked')
        return { step: 'passphrase', wanted, probed, error: error.code === 'vault-locked' ? null : error };
      return { ...IDLE, error, wanted, probed };
    }
    if (isLeft()) return null;
    onConnected(wanted.connection);
    return { step: 'connected', wanted, probed };
  };

  return {
    connecting,
    /** To be called straight from the click. */
    start(wanted: Wanted): void {
      const access = requestAccess(wanted.connection);
      setConnecting({ step: 'access', wanted });
      void run(async (isLeft) => {
        if (!(await access)) return { ...IDLE, isRefused: true, wanted };
        if (isLeft()) return null;
        setConnecting({ step: 'probe', wanted });
        const probed = await probeRemote(wanted.connection);
        if (isLeft()) return null;
        const failed = probed.steps.find(({ ok }) => !ok);
        if (failed) return { ...IDLE, error: failed.error ?? new AppError('remote-wrong'), wanted, probed };
        const question = findQuestion(wanted, probed);
        return question
          ? { step: question, wanted, probed, error: null }
          : await join(wanted, probed, isLeft);
      }, wanted);
    },
    /** Goes on after a question; `passphrase` opens an encrypted vault, `null` takes one as it is. */
    goOn(passphrase: string | null): void {
      if (connecting.step !== 'passphrase' && connecting.step !== 'notEncrypted') return;
      const { probed } = connecting;
      const wanted = { ...connecting.wanted, passphrase };
      void run((isLeft) => join(wanted, probed, isLeft), wanted);
    },
    /** Leaves the attempt, or forgets how the last one ended. */
    reset(): void {
      attempt.current += 1;
      setConnecting(IDLE);
    },
  };
}

function findQuestion(
  { purpose, passphrase }: Wanted,
  { foundVault }: ProbeReport,
): 'passphrase' | 'notEncrypted' | null {
  // The key of the same notes is here already.
  if (!foundVault || purpose === 'edit') return null;
  if (foundVault.isEncrypted) return 'passphrase';
  return passphrase === null ? null : 'notEncrypted';
}

async function keep({ purpose, connection, passphrase }: Wanted, vault: VaultName): Promise<void> {
  if (purpose === 'edit') {
    await saveConnection(connection, vault);
    return clearFailures(vault);
  }
  return connect(connection, { passphrase, derive: deriveKey }, vault);
}
