import { i18n } from '#i18n';
import type { Settings } from '@/lib/model/settings';
import styles from './DensitySample.module.css';
import { sampleMentions } from './sample-mentions';

/** Two paragraphs underlined as pages would be. */
export function DensitySample({ density }: { density: Settings['density'] }) {
  const paragraphs = [i18n.t('options.appearance.sampleOne'), i18n.t('options.appearance.sampleTwo')];
  return (
    <figure className={styles.sample}>
      <figcaption className={styles.caption}>{i18n.t('options.appearance.sample')}</figcaption>
      {sampleMentions(paragraphs, density).map((runs) => (
        <p key={runs.map((run) => run.text).join('')}>
          {runs.map(({ text, group, start }) =>
            group === null ? (
              text
            ) : (
              <span key={start} data-group={group} className={styles.mention}>
                {text}
              </span>
            ),
          )}
        </p>
      ))}
    </figure>
  );
}
