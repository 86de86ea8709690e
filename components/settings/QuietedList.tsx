import { i18n } from '#i18n';
import { useKeptFocus } from '@/components/hooks/use-kept-focus';
import styles from './QuietedList.module.css';

/** One quieted thing in words, and since when; null where that is not known. */
export type QuietedLine = { id: string; name: string; since: string | null };

type Props = { lines: readonly (QuietedLine & { onLift: () => void })[] };

/** What is quieted, line by line, each with the way to lift it; one sentence where there is nothing. */
export function QuietedList({ lines }: Props) {
  const kept = useKeptFocus<HTMLDivElement>();
  return (
    <div {...kept}>
      {lines.length === 0 ? (
        <p className={styles.empty}>{i18n.t('options.quieted.empty')}</p>
      ) : (
        <ul className={styles.list}>
          {lines.map(({ id, name, since, onLift }) => (
            <li key={id} className={styles.row}>
              <span className={styles.words}>
                <span>{name}</span>
                {since !== null && <span className={styles.since}>{since}</span>}
              </span>
              <button
                type="button"
                className={styles.lift}
                aria-label={i18n.t('options.quieted.liftOf', [name])}
                onClick={onLift}
              >
                {i18n.t('options.quieted.lift')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
