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
  /** The notes live somewhere already and are to move to another such place; a file is none. */
  isMove?: boolean;
  /** Whether this browser can keep a folder. */
  hasFolders: boolean;
};

/** The one question that comes first. */
export function WhereQuestion({ where, onWhere, accountNotes, isMove = false, hasFolders }: Props) {
  return (
    <div className={styles.stack}>
      <ChoiceGroup<Where>
        label={i18n.t('sync.where.question')}
        layout="list"
        value={where}
        choices={[
          {
            value: 'account' as const,
            label: i18n.t('sync.where.account'),
            hint: i18n.t('sync.where.accountHint', [String(accountNotes)]),
          },
          {
            value: 'server' as const,
            label: i18n.t('sync.where.server'),
            hint: i18n.t(hasFolders ? 'sync.where.serverHintFolder' : 'sync.where.serverHint'),
          },
          { value: 'file' as const, label: i18n.t('sync.where.file'), hint: i18n.t('sync.where.fileHint') },
        ].filter(({ value }) => !isMove || value !== 'file')}
        onChoose={onWhere}
      />
      {where === null && !isMove && <p className={styles.hint}>{i18n.t('sync.where.stay')}</p>}
    </div>
  );
}
