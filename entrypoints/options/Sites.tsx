import { i18n } from '#i18n';
import { ChoiceGroup } from '@/components/settings/ChoiceGroup';
import { SiteList } from '@/components/settings/SiteList';
import type { Settings } from '@/lib/model/settings';
import styles from './App.module.css';

type SiteSettings = Settings['sites'];
type Props = { sites: SiteSettings; onChange: (sites: SiteSettings, saying?: string) => void };

/** Where Sidelight runs. Each mode has a list of its own, so that trying the other one loses nothing. */
export function Sites({ sites, onChange }: Props) {
  const isOnly = sites.mode === 'only';
  const listed = isOnly ? sites.on : sites.off;
  const withList = (list: string[]): SiteSettings =>
    isOnly ? { ...sites, on: list } : { ...sites, off: list };
  return (
    <>
      <ChoiceGroup<SiteSettings['mode']>
        label={i18n.t('options.sites.mode')}
        layout="list"
        value={sites.mode}
        choices={[
          { value: 'except', label: i18n.t('options.sites.except') },
          { value: 'only', label: i18n.t('options.sites.only') },
        ]}
        onChoose={(mode) => onChange({ ...sites, mode })}
      />
      <div className={styles.stack}>
        <SiteList
          key={sites.mode}
          label={i18n.t(isOnly ? 'options.sites.listOnly' : 'options.sites.listExcept')}
          empty={i18n.t(isOnly ? 'options.sites.emptyOnly' : 'options.sites.emptyExcept')}
          sites={listed}
          onAdd={(site) => onChange(withList([...listed, site]), i18n.t('options.sites.added', [site]))}
          onRemove={(site) =>
            onChange(
              withList(listed.filter((other) => other !== site)),
              i18n.t('options.sites.removed', [site]),
            )
          }
        />
        <p className={styles.hint}>{i18n.t('options.sites.hint')}</p>
      </div>
    </>
  );
}
