import { X } from 'lucide-react';
import { type FormEvent, useId, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { readSite } from '@/lib/settings/read-site';
import styles from './SiteList.module.css';

type Props = {
  label: string;
  /** What an empty list means, in a sentence. */
  empty: string;
  sites: readonly string[];
  onAdd: (site: string) => void;
  onRemove: (site: string) => void;
};

/** A list of hosts to add to and take from. What is typed is checked when it is added, and kept where it is wrong. */
export function SiteList({ label, empty, sites, onAdd, onRemove }: Props) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);

  const add = (event: FormEvent) => {
    event.preventDefault();
    const site = readSite(typed);
    const wrong = site === null ? i18n.t('options.sites.invalid') : listedText(site, sites);
    setProblem(wrong);
    field.current?.focus();
    if (site === null || wrong !== null) return;
    onAdd(site);
    setTyped('');
  };
  const remove = (site: string) => {
    onRemove(site);
    // The pressed control goes away with its row.
    field.current?.focus();
  };

  return (
    <div className={styles.sites}>
      <h3 id={`${id}-label`} className={styles.label}>
        {label}
      </h3>
      {sites.length === 0 ? (
        <p className={styles.hint}>{empty}</p>
      ) : (
        <ul aria-labelledby={`${id}-label`} className={styles.list}>
          {sites.map((site) => (
            <li key={site} className={styles.row}>
              <span dir="ltr">{site}</span>
              <button
                type="button"
                className={styles.remove}
                aria-label={i18n.t('options.sites.remove', [site])}
                title={i18n.t('options.sites.remove', [site])}
                onClick={() => remove(site)}
              >
                <X aria-hidden size={16} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <form className={styles.form} onSubmit={add} noValidate>
        <input
          ref={field}
          type="text"
          inputMode="url"
          dir="ltr"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          className={styles.field}
          aria-label={i18n.t('options.sites.add')}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : `${id}-problem`}
          placeholder={i18n.t('options.sites.placeholder')}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setProblem(null);
          }}
        />
        <button type="submit" className={styles.add}>
          {i18n.t('options.sites.addButton')}
        </button>
      </form>
      {problem !== null && (
        <p id={`${id}-problem`} role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </div>
  );
}

function listedText(site: string, sites: readonly string[]): string | null {
  const covering = sites.find((listed) => site === listed || site.endsWith(`.${listed}`));
  if (covering === undefined) return null;
  if (covering === site) return i18n.t('options.sites.known', [site]);
  return i18n.t('options.sites.covered', [site, covering]);
}
