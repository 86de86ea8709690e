import { lazy, Suspense, useState } from 'react';
import { i18n } from '#i18n';
import { valueOr } from '@/components/hooks/use-live';
import { usePackOfTopic } from '@/components/hooks/use-pack-of-topic';
import { type Cited, citeStatement } from '@/lib/card/citation';
import { type Copying, CopyOutcome } from './CopyOutcome';
import { useCardLines } from './card-lines';
import { useCardTopic } from './card-topic';
import { copyText } from './copy-text';
import styles from './LineMenu.module.css';
import { onEscape } from './on-escape';

const ReportError = lazy(async () => ({ default: (await import('./ReportError')).ReportError }));

type Props = {
  /** The statement's path of ids in the topic. */
  at: string;
  cited: Omit<Cited, 'pack' | 'article'>;
  onClose: () => void;
};

/** What can be done with a statement: copy it with where it comes from, or report an error in it. */
export function LineMenu({ at, cited, onClose }: Props) {
  const { topic, languages } = useCardTopic();
  const { article, onHolding } = useCardLines();
  const loaded = usePackOfTopic(topic.id);
  const [copying, setCopying] = useState<Copying | null>(null);
  const [isReporting, setReporting] = useState(false);
  if (loaded.state === 'loading') return null;
  // Such an event is not in the topic's own pack: those who keep that one cannot mend it.
  const isForeign = cited.mark === 'yours' || cited.mark === 'added';
  const pack = isForeign ? null : valueOr(loaded, null);
  const copy = (form: 'text' | 'markdown') => {
    const { text, html, markdown } = citeStatement({ ...cited, pack, article }, languages, i18n.t);
    const content = form === 'text' ? { text, html } : { text: markdown };
    setCopying({ text: content.text, isCopied: copyText(content) });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is part of a form
    <div
      role="group"
      aria-label={i18n.t('card.line.menu')}
      className={styles.menu}
      onKeyDown={onEscape(onClose)}
    >
      <div className={styles.acts}>
        <button type="button" className={styles.act} onClick={() => copy('text')}>
          {i18n.t('card.line.copy')}
        </button>
        <button type="button" className={styles.act} onClick={() => copy('markdown')}>
          {i18n.t('card.line.copyMarkdown')}
        </button>
        {!isForeign && (
          <button
            type="button"
            className={styles.act}
            aria-expanded={isReporting}
            onClick={() => {
              setCopying(null);
              setReporting(!isReporting);
            }}
          >
            {i18n.t('card.line.report')}
          </button>
        )}
      </div>
      <CopyOutcome copying={copying} said={copying ? i18n.t('card.line.copied') : ''} />
      {isReporting && (
        <Suspense>
          <ReportError
            topic={topic}
            at={at}
            line={cited.text.text}
            topicName={cited.topic.text}
            pack={pack}
            article={article}
            onHolding={onHolding}
          />
        </Suspense>
      )}
    </div>
  );
}
