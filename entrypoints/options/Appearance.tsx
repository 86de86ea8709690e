import { i18n } from '#i18n';
import { ChoiceGroup } from '@/components/settings/ChoiceGroup';
import { DelaySlider } from '@/components/settings/DelaySlider';
import { DensitySample } from '@/components/settings/DensitySample';
import type { Settings } from '@/lib/model/settings';
import styles from './App.module.css';

type Props = { settings: Settings; onChange: (part: Partial<Settings>) => void };

/** How Sidelight looks, how a card opens, and how much is underlined. */
export function Appearance({ settings, onChange }: Props) {
  return (
    <>
      <ChoiceGroup<Settings['theme']>
        label={i18n.t('options.appearance.theme')}
        layout="row"
        value={settings.theme}
        choices={[
          { value: 'system', label: i18n.t('options.appearance.system') },
          { value: 'light', label: i18n.t('options.appearance.light') },
          { value: 'dark', label: i18n.t('options.appearance.dark') },
        ]}
        onChoose={(theme) => onChange({ theme })}
      />
      <ChoiceGroup<Settings['trigger']>
        label={i18n.t('options.appearance.trigger')}
        layout="list"
        value={settings.trigger}
        choices={[
          { value: 'hover', label: i18n.t('options.appearance.hover') },
          {
            value: 'click',
            label: i18n.t('options.appearance.click'),
            hint: i18n.t('options.appearance.clickHint'),
          },
        ]}
        onChoose={(trigger) => onChange({ trigger })}
      />
      <DelaySlider
        delayMs={settings.delayMs}
        disabled={settings.trigger === 'click'}
        onDelay={(delayMs) => onChange({ delayMs })}
      />
      <div className={styles.stack}>
        <ChoiceGroup<Settings['density']>
          label={i18n.t('options.appearance.density')}
          layout="list"
          value={settings.density}
          choices={[
            {
              value: 'calm',
              label: i18n.t('options.appearance.calm'),
              hint: i18n.t('options.appearance.calmHint'),
            },
            {
              value: 'first',
              label: i18n.t('options.appearance.first'),
              hint: i18n.t('options.appearance.firstHint'),
            },
            {
              value: 'all',
              label: i18n.t('options.appearance.all'),
              hint: i18n.t('options.appearance.allHint'),
            },
          ]}
          onChoose={(density) => onChange({ density })}
        />
        <DensitySample density={settings.density} />
      </div>
    </>
  );
}
