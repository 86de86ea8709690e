import { i18n } from '#i18n';
import { ChoiceGroup } from '@/components/settings/ChoiceGroup';
import styles from './Sync.module.css';

/** Where notes can live besides this browser. */
export type Where = 'account' | 'server' | 'file';

type Props = {
  where: Where | null;
  onWhere: (where: Where) => void;
  /** How many notes the browser's account holds, about. */
  accountNotes: number;
  /** Whether this browser can keep a folder. */
  hasFolders: boolean;
};

/** The one question that comes first. */
export function WhereQuestion({ where, onWhere, accountNotes, hasFolders }: Props) {
  return (
    <div className={styles.stack}>
      <ChoiceGroup<Where>
        label={i18n.t('sync.where.question')}
        layout="list"
        value={where}
        choices={[
          {
            value: 'account',
            label: i18n.t('sync.where.account'),
            hint: i18n.t('sync.where.accountHint', [String(accountNotes)]),
          },
          {
            value: 'server',
            label: i18n.t('sync.where.server'),
            hint: i18n.t(hasFolders ? 'sync.where.serverHintFolder' : 'sync.where.serverHint'),
          },
          { value: 'file', label: i18n.t('sync.where.file'), hint: i18n.t('sync.where.fileHint') },
        ]}
        onChoose={onWhere}
      />
      {where === null && <p className={styles.hint}>{i18n.t('sync.where.stay')}</p>}
    </div>
  );
}
