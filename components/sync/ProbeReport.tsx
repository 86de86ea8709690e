import { Check, Minus, X } from 'lucide-react';
import { useId } from 'react';
import { i18n } from '#i18n';
import type { AppError } from '@/lib/model/app-error';
import styles from './ProbeReport.module.css';
import shared from './Sync.module.css';

const STEPS = ['put', 'list', 'range', 'delete'] as const;
const DAY_MS = 86_400_000;

/** What trying out a remote with one file of our own found. Steps that were not come to are left out. */
export type Probed = {
  steps: { step: (typeof STEPS)[number]; ok: boolean; error: AppError | null }[];
  foundVault: { isEncrypted: boolean; replicas: number } | null;
  /** Files there that are none of ours. */
  otherFiles: number;
  /** How far this machine's clock is ahead of the remote's, milliseconds; `null` where the remote says no time. */
  clockSkewMs: number | null;
};

type Props = { place: string; probed: Probed | null; willEncrypt: boolean };

/** The four steps of the trial and what lies there. `null`: it is under way. */
export function ProbeReport({ place, probed, willEncrypt }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={shared.panel}>
      <h3 id={id} className={shared.heading}>
        {i18n.t(probed ? 'sync.probe.report' : 'sync.probe.heading', [place])}
      </h3>
      {!probed && <p role="status">{i18n.t('sync.probe.running')}</p>}
      {probed && (
        <ul className={styles.steps}>
          {STEPS.map((step) => (
            <Step key={step} step={step} outcome={probed.steps.find((tried) => tried.step === step)?.ok} />
          ))}
        </ul>
      )}
      {probed?.steps.every(({ ok }) => ok) && <Found probed={probed} willEncrypt={willEncrypt} />}
    </section>
  );
}

function Step({ step, outcome }: { step: (typeof STEPS)[number]; outcome: boolean | undefined }) {
  const word = outcome === undefined ? 'untried' : outcome ? 'works' : 'fails';
  const Icon = { untried: Minus, works: Check, fails: X }[word];
  return (
    <li className={styles.step} data-outcome={word}>
      <Icon aria-hidden size={16} className={styles.icon} />
      <span>{i18n.t(`sync.probe.${step}`)}</span>{' '}
      <span className={styles.word}>{i18n.t(`sync.probe.${word}`)}</span>
    </li>
  );
}

function Found({ probed, willEncrypt }: { probed: Probed; willEncrypt: boolean }) {
  const { foundVault, otherFiles, clockSkewMs } = probed;
  return (
    <div role="status" className={shared.tight}>
      {foundVault ? (
        <>
          <p>{i18n.t('sync.probe.vault', foundVault.replicas)}</p>
          <p>{i18n.t('sync.probe.union')}</p>
          {foundVault.isEncrypted && <p>{i18n.t('sync.probe.encrypted')}</p>}
          {!foundVault.isEncrypted && willEncrypt && <p>{i18n.t('sync.probe.notEncrypted')}</p>}
        </>
      ) : (
        <p>{i18n.t('sync.probe.empty')}</p>
      )}
      {otherFiles > 0 && <p>{i18n.t('sync.probe.others', otherFiles)}</p>}
      {clockSkewMs !== null && Math.abs(clockSkewMs) > DAY_MS && (
        <p className={shared.notice}>{i18n.t('sync.probe.skew')}</p>
      )}
    </div>
  );
}
