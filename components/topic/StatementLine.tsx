import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import { isReportedOnly, sourcesOf, withoutDate } from '@/lib/card/sources-as-of';
import { type Mark as MarkName, markOf } from '@/lib/card/words';
import type { Outcome, PackText, Source, Status } from '@/lib/model/pack';
import { readText } from '@/lib/model/read-text';
import type { PlanState } from '@/lib/time/as-of';
import type { CoarseDate } from '@/lib/time/coarse-date';
import { formatDate } from '@/lib/time/format-date';
import { Beside } from './Beside';
import { useCardTopic } from './card-topic';
import { Mark } from './Mark';
import { Said } from './Said';
import styles from './StatementLine.module.css';

type Statement = {
  text: PackText;
  status: Status;
  date?: CoarseDate | undefined;
  until?: CoarseDate | undefined;
  sources: string[];
};

type Props = {
  statement: Statement;
  /** Instead of the mark of the statement's status. */
  mark?: MarkName | undefined;
  /** Who holds a view: stands before the origin. */
  holder?: ReactNode;
  plan?: PlanState | null | undefined;
  /** The date stands elsewhere, as in the timeline. */
  withoutDate?: boolean | undefined;
};

/** One statement of a card: its text, and beside it mark, date and the sources it can be checked at. */
export function StatementLine({ statement, mark, holder, plan, withoutDate: hideDate }: Props) {
  const { topic, division, languages } = useCardTopic();
  const sources = sourcesOf(statement.sources, topic, division);
  const text = readText(statement.text, languages);
  return (
    <>
      <Said as="p" text={text} />
      <Beside className={styles.beside}>
        <Mark mark={mark ?? markOf(statement.status)} />
        {holder !== undefined && <span>{holder}</span>}
        {!hideDate && <DateOf statement={statement} />}
        {plan && plan.is !== 'settled' && <PlanDue plan={plan} />}
        {text.isTranslation && <span>{i18n.t('card.translated')}</span>}
        {sources.map((source) => (
          <SourceName key={source.id} source={source} />
        ))}
        {isReportedOnly(statement.sources, topic) && <span>{i18n.t('card.reportedOnly')}</span>}
        {sources.length === 0 && holder === undefined && <span>{i18n.t('card.noSource')}</span>}
      </Beside>
      {plan?.is === 'settled' && <OutcomeLine outcome={plan.outcome} />}
    </>
  );
}

/** The date of a statement, or its span; says so where there is none. */
export function DateOf({ statement }: { statement: Pick<Statement, 'date' | 'until'> }) {
  const { date, until } = statement;
  if (date === undefined) return <span>{i18n.t('card.undated')}</span>;
  const from = formatDate(date, i18n.t);
  return (
    <span className={styles.date}>
      {until === undefined ? from : i18n.t('card.span', [from, formatDate(until, i18n.t)])}
    </span>
  );
}

/** What came of a plan, in a word, with its text, date and sources where the pack has them. */
export function OutcomeLine({ outcome }: { outcome: Outcome }) {
  const { topic, division, languages } = useCardTopic();
  return (
    <div className={styles.outcome}>
      <p>
        <strong>{i18n.t(`card.outcome.${outcome.result}`)}</strong>{' '}
        {outcome.text !== undefined && <Said text={readText(outcome.text, languages)} />}
      </p>
      <Beside className={styles.beside}>
        <DateOf statement={outcome} />
        {sourcesOf(outcome.sources, topic, division).map((source) => (
          <SourceName key={source.id} source={source} />
        ))}
      </Beside>
    </div>
  );
}

function PlanDue({ plan }: { plan: Exclude<PlanState, { is: 'settled' }> }) {
  if (plan.due === null) return null;
  const key = plan.is === 'overdue' ? 'card.overdue' : 'card.due';
  return <span>{i18n.t(key, [formatDate(plan.due, i18n.t)])}</span>;
}

/** Who said it, as a link to where it can be read. */
function SourceName({ source }: { source: Source }) {
  const { languages } = useCardTopic();
  const read = readText(source.origin, languages);
  // The statement's own date stands beside it; when a source appeared stands under Sources.
  const origin = { ...read, text: withoutDate(read.text) };
  if (source.url === undefined) return <Said text={origin} />;
  return (
    <span>
      <a
        href={source.url}
        target="_blank"
        rel="noreferrer"
        lang={origin.lang ?? undefined}
        aria-label={i18n.t('card.openSource', [origin.text])}
      >
        {origin.text}
      </a>
    </span>
  );
}
