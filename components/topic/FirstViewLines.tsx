import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import type { FirstView } from '@/lib/card/first-view';
import { firstViewText } from '@/lib/card/first-view-text';
import type { CoarseDate } from '@/lib/time/coarse-date';
import { Beside } from './Beside';
import { DateHeading, type Dating } from './DateHeading';
import { Door } from './Door';
import styles from './FirstViewLines.module.css';
import { Mark } from './Mark';
import { Said } from './Said';
import type { SectionName } from './section-name';

type Props = {
  view: FirstView;
  noteCount: number;
  /** The page mentions other topics, too. */
  hasOthers: boolean;
  onOpen: (section: SectionName) => void;
  today: CoarseDate;
  /** Absent where the card belongs to no article. */
  dating?: Dating | undefined;
  /** How many lines came with a pack update and were not seen yet. */
  newCount: number;
  /** Quiet controls at the end of the last line. */
  tools?: ReactNode;
};

/** Lines 2 to 5 of the first view: what it is, what was known then, one question, what came since. The last three are the doors to the sections. */
export function FirstViewLines({
  view,
  noteCount,
  hasOthers,
  onOpen,
  today,
  dating,
  newCount,
  tools,
}: Props) {
  const text = firstViewText(view, i18n.t);
  const door = (section: Exclude<SectionName, 'notes'>) => (
    <Door label={i18n.t(`card.section.${section}`)} onOpen={() => onOpen(section)} />
  );
  return (
    <div className={styles.lines}>
      <Said as="p" text={text.summary} className={styles.summary} />
      <section className={`${styles.block} ${styles.dated}`}>
        {dating ? (
          <DateHeading text={text.knownHeading} date={view.articleDate} today={today} dating={dating} />
        ) : (
          <h2 className={styles.label}>{text.knownHeading}</h2>
        )}
        {door('background')}
        <div className={styles.body}>
          {text.known ? (
            <>
              <Said as="p" text={text.known.text} />
              <Beside className={styles.beside}>
                <Mark mark={text.known.mark} />
                {text.known.date && <span>{text.known.date}</span>}
                {text.known.origin && <Said text={text.known.origin} />}
                {text.known.reported && <span>{text.known.reported}</span>}
                {text.known.due && <span>{text.known.due}</span>}
              </Beside>
            </>
          ) : (
            <p>{i18n.t('card.nothingKnown')}</p>
          )}
        </div>
      </section>
      <section className={styles.block}>
        {text.question ? (
          <>
            <Said as="h2" text={text.question.text} className={styles.question} />
            <p className={styles.label}>{text.question.views}</p>
          </>
        ) : (
          <p className={styles.label}>{i18n.t('card.noQuestion')}</p>
        )}
        {door('insights')}
      </section>
      <section className={styles.block}>
        <Beside className={styles.ends}>
          {text.since && <span>{text.since}</span>}
          <span data-beyond={view.beyond ?? undefined}>{text.factsTo}</span>
          {newCount > 0 && <strong>{i18n.t('card.newCount', [String(newCount)])}</strong>}
          {text.translated && <span>{text.translated}</span>}
        </Beside>
        <div className={styles.doors}>
          {door('timeline')}
          {door(hasOthers ? 'page' : 'sources')}
          <Door label={i18n.t('card.notesCount', noteCount)} onOpen={() => onOpen('notes')} />
          <span className={styles.tools}>{tools}</span>
        </div>
      </section>
    </div>
  );
}
