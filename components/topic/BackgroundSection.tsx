import { i18n } from '#i18n';
import { byNewest } from '@/lib/card/first-view';
import { formatFigure } from '@/lib/card/words';
import type { Fact, Figure } from '@/lib/model/pack';
import { readText } from '@/lib/model/read-text';
import { outsideFold, type PlanOutcome, planState, type Slice } from '@/lib/time/as-of';
import { Around } from './Around';
import { useCardTopic } from './card-topic';
import { type RelatedTopic, RelatedTopics } from './RelatedTopics';
import { Said } from './Said';
import styles from './Section.module.css';
import { SinceFold } from './SinceFold';
import { OutcomeLine, StatementLine } from './StatementLine';

type Props = { related: ReadonlyMap<string, RelatedTopic>; onOpenTopic: (topic: string) => void };

/** What the pack knows as background: facts, figures, related topics; later ones folded. */
export function BackgroundSection({ related, onOpenTopic }: Props) {
  const { topic, division, languages } = useCardTopic();
  const known = outsideFold(division);
  const { since } = division;
  const outcomes = since.outcomes.filter(({ plan }) => known.facts.some((fact) => fact.id === plan.id));
  const count = since.facts.length + outcomes.length + since.figures.length + since.relations.length;
  return (
    <div className={styles.section}>
      <Said as="p" text={readText(topic.summary, languages)} />
      {known.facts.length === 0 && <p className={styles.empty}>{i18n.t('card.empty.background')}</p>}
      <Facts facts={known.facts} />
      <Figures figures={known.figures} />
      <RelatedTopics relations={known.relations} related={related} onOpenTopic={onOpenTopic} />
      <SinceFold count={count}>
        <Outcomes outcomes={outcomes} />
        <Facts facts={since.facts} />
        <Figures figures={since.figures} />
        <RelatedTopics relations={since.relations} related={related} onOpenTopic={onOpenTopic} />
      </SinceFold>
    </div>
  );
}

function Facts({ facts }: { facts: Fact[] }) {
  const { division, today } = useCardTopic();
  if (facts.length === 0) return null;
  return (
    <ul className={styles.list}>
      {[...facts].sort(byNewest).map((fact) => (
        <li key={fact.id}>
          <StatementLine at={`facts.${fact.id}`} statement={fact} plan={planState(fact, division, today)} />
        </li>
      ))}
    </ul>
  );
}

/** What came of plans that stand outside the fold, each after the plan it belongs to. */
export function Outcomes({ outcomes }: { outcomes: PlanOutcome[] }) {
  const { languages } = useCardTopic();
  if (outcomes.length === 0) return null;
  return (
    <ul className={styles.list}>
      {outcomes.map(({ plan, outcome }) => (
        <li key={plan.id}>
          <p className={styles.plan}>
            <Around message="card.ofPlan" text={readText(plan.text, languages)} />
          </p>
          <OutcomeLine outcome={outcome} />
        </li>
      ))}
    </ul>
  );
}

function Figures({ figures }: { figures: Slice['figures'] }) {
  const { languages } = useCardTopic();
  if (figures.length === 0) return null;
  const text = (figure: Figure) => {
    const measure = readText(figure.measure, languages);
    const said = i18n.t('card.figure', [measure.text, formatFigure(figure, i18n.t)]);
    return measure.lang === null ? said : { [measure.lang]: said };
  };
  return (
    <div>
      <h3 className={styles.heading}>{i18n.t('card.figures')}</h3>
      <ul className={styles.list}>
        {figures.map((figure) => (
          <li key={figure.id}>
            <StatementLine at={`figures.${figure.id}`} statement={{ ...figure, text: text(figure) }} />
            {figure.note !== undefined && (
              <Said as="p" text={readText(figure.note, languages)} className={styles.beside} />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
