import { i18n } from '#i18n';
import { IconButton } from '@/components/topic/IconButton';
import styles from './MissingTopic.module.css';

type Props = { topic: string; onRetry: () => void; onClose: () => void };

/** What the card says of a topic that no installed pack holds, as after a pack was half replaced. */
export function MissingTopic({ topic, onRetry, onClose }: Props) {
  return (
    <article className={styles.missing} aria-label={topic}>
      <p className={styles.sentence} role="status">
        {i18n.t('card.missing', [topic])}
      </p>
      <IconButton icon="close" label={i18n.t('card.close')} onPress={onClose} />
      <button type="button" className={styles.retry} onClick={onRetry}>
        {i18n.t('shared.tryAgain')}
      </button>
    </article>
  );
}
