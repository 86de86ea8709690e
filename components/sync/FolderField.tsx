import { useId } from 'react';
import { i18n } from '#i18n';
import fieldStyles from './Field.module.css';
import styles from './Sync.module.css';

type Props = {
  /** Name of the folder chosen; `null` where none is. */
  name: string | null;
  problem: string | null;
  onPick: (() => void) | null;
};

/** A folder on this machine, chosen in the browser's own picker. */
export function FolderField({ name, problem, onPick }: Props) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid in every browser
    <div role="group" aria-labelledby={id} className={fieldStyles.field}>
      <span id={id} className={fieldStyles.label}>
        {i18n.t('sync.folder.label')}
      </span>
      {name !== null && (
        <p role="status" dir="auto">
          {i18n.t('sync.folder.chosen', [name])}
        </p>
      )}
      <div className={styles.actions}>
        <button
          type="button"
          className={styles.button}
          aria-describedby={problem === null ? undefined : `${id}-problem`}
          onClick={() => onPick?.()}
        >
          {i18n.t(name === null ? 'sync.folder.choose' : 'sync.folder.other')}
        </button>
      </div>
      <p className={fieldStyles.hint}>{i18n.t('sync.folder.hint')}</p>
      {problem !== null && (
        <p id={`${id}-problem`} className={fieldStyles.problem}>
          {problem}
        </p>
      )}
    </div>
  );
}
