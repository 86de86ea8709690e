import { i18n } from '#i18n';
import { figureText, thresholdText } from '@/lib/card/figure-words';
import { byNewest } from '@/lib/card/first-view';
import type { Fact } from '@/lib/model/pack';
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

/** What the pack knows as background: facts, thresholds of rules, figures, related topics; later ones folded. */
export function BackgroundSection({ related, onOpenTopic }: Props) {
  const { topic, division, languages } = useCardTopic();
  const known = outsideFold(division);
  const { since } = division;
  const outcomes = since.outcomes.filter(({ plan }) => known.facts.some((fact) => fact.id === plan.id));
  const folded = [since.facts, outcomes, since.thresholds, since.figures, since.relations];
  const count = folded.reduce((sum, list) => sum + list.length, 0);
  return (
    <div className={styles.section}>
      <Said as="p" text={readText(topic.summary, languages)} />
      {known.facts.length === 0 && <p className={styles.empty}>{i18n.t('card.empty.background')}</p>}
      <Facts facts={known.facts} />
      <Thresholds thresholds={known.thresholds} />
      <Figures figures={known.figures} />
      <RelatedTopics relations={known.relations} related={related} onOpenTopic={onOpenTopic} />
      <SinceFold count={count}>
        <Outcomes outcomes={outcomes} />
        <Facts facts={since.facts} />
        <Thresholds thresholds={since.thresholds} />
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
          <StatementLine statement={fact} plan={planState(fact, division, today)} />
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
  return (
    <div>
      <h3 className={styles.heading}>{i18n.t('card.figures')}</h3>
      <ul className={styles.list}>
        {figures.map((figure) => (
          <li key={figure.id}>
            <StatementLine statement={{ ...figure, text: figureText(figure, languages, i18n.t) }} />
            {figure.note !== undefined && (
              <Said as="p" text={readText(figure.note, languages)} className={styles.beside} />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Thresholds({ thresholds }: { thresholds: Slice['thresholds'] }) {
  const { languages } = useCardTopic();
  if (thresholds.length === 0) return null;
  return (
    <div>
      <h3 className={styles.heading}>{i18n.t('card.thresholds')}</h3>
      <ul className={styles.list}>
        {thresholds.map((threshold) => (
          <li key={threshold.id}>
            <StatementLine statement={{ ...threshold, text: thresholdText(threshold, languages, i18n.t) }} />
          </li>
        ))}
      </ul>
    </div>
  );
}
