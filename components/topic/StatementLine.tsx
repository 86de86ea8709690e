import { useCallback, useRef } from 'react';
import { i18n } from '#i18n';
import { chooseNames } from '@/lib/card/first-view';
import { isReportedOnly, sourcesOf, withoutDate } from '@/lib/card/sources-of';
import { type Mark as MarkName, markOf } from '@/lib/card/words';
import type { Note } from '@/lib/model/note';
import type { Outcome, Source, Status } from '@/lib/model/pack';
import type { PackText } from '@/lib/model/pack-fields';
import { type ReadText, readText } from '@/lib/model/read-text';
import { idsOf } from '@/lib/model/topic-ids';
import type { PlanState } from '@/lib/time/as-of';
import type { CoarseDate } from '@/lib/time/coarse-date';
import { formatDate } from '@/lib/time/format-date';
import { Beside } from './Beside';
import { useCardLines } from './card-lines';
import { useCardTopic } from './card-topic';
import { LineButton } from './LineButton';
import { LineMenu } from './LineMenu';
import { Mark } from './Mark';
import { NewLabel } from './NewLabel';
import { NotesAtLine } from './NotesAtLine';
import { Said } from './Said';
import { SourceLink } from './SourceLink';
import styles from './StatementLine.module.css';

type Statement = {
  text: PackText;
  status: Status;
  date?: CoarseDate | undefined;
  until?: CoarseDate | undefined;
  sources: string[];
};

type Props = {
  /** The statement's path of ids in the topic: "facts.yield", "insights.gap.analyst". */
  at: string;
  statement: Statement;
  /** Instead of the mark of the statement's status. */
  mark?: MarkName | undefined;
  /** Who holds a view: stands before the origin. */
  holder?: ReadText | undefined;
  plan?: PlanState | null | undefined;
  /** The date stands elsewhere, as in the timeline. */
  withoutDate?: boolean | undefined;
};

/**
 * One statement of a card: its text, and beside it mark, date and the sources it can be checked at; under it the
 * reader's notes there, and what can be done with it once asked.
 */
export function StatementLine({
  at,
  statement,
  mark = markOf(statement.status),
  holder,
  plan,
  withoutDate: hideDate,
}: Props) {
  const { topic, division, languages } = useCardTopic();
  const { notes, open, onOpen, arrivals, onSeen } = useCardLines();
  const see = useCallback(() => onSeen(at), [onSeen, at]);
  const button = useRef<HTMLButtonElement>(null);
  const facts = idsOf(topic).map((id) => `${id}/${at}`);
  const isOpen = open === facts[0];
  const sources = sourcesOf(statement.sources, topic, division);
  const text = readText(statement.text, languages);
  const isNamed = sources.some(
    ({ origin }) => withoutDate(readText(origin, languages).text) === holder?.text,
  );
  return (
    <>
      <Said as="p" text={text} />
      <div className={styles.foot}>
        <Beside className={styles.beside}>
          {arrivals.has(at) && <NewLabel onSeen={see} />}
          <Mark mark={mark} />
          {/* Who says it and where it can be read, once where both are the same. */}
          {holder !== undefined && !isNamed && <Said text={holder} />}
          {!hideDate && <DateOf statement={statement} />}
          {plan && plan.is !== 'settled' && <PlanDue plan={plan} />}
          {text.isTranslation && <span>{i18n.t('card.translated')}</span>}
          {sources.map((source) => (
            <SourceName key={source.id} source={source} />
          ))}
          {isReportedOnly(statement.sources, topic) && <span>{i18n.t('card.reportedOnly')}</span>}
          {sources.length === 0 && holder === undefined && <span>{i18n.t('card.noSource')}</span>}
        </Beside>
        <LineButton
          ref={button}
          text={text.text}
          isOpen={isOpen}
          onPress={() => onOpen(isOpen ? null : (facts[0] ?? null))}
        />
      </div>
      {plan?.is === 'settled' && <OutcomeLine outcome={plan.outcome} />}
      <NotesAtLine notes={notes.filter((note) => isAt(note, at, facts))} />
      {isOpen && (
        <LineMenu
          at={at}
          cited={{
            topic: chooseNames(topic, languages).name,
            text,
            mark,
            by: holder,
            date: statement.date,
            until: statement.until,
            plan,
            sources,
          }}
          onClose={() => {
            onOpen(null);
            button.current?.focus();
          }}
        />
      )}
    </>
  );
}

/** Whether a note stands at a statement, or is the one that the statement comes from and says more. */
function isAt({ id, fact, body }: Note, at: string, facts: readonly string[]): boolean {
  return (fact !== undefined && facts.includes(fact)) || (at === `events.${id}` && body.trim() !== '');
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
  return <SourceLink url={source.url} name={origin} />;
}
