import { i18n } from '#i18n';
import { byNewest } from '@/lib/card/by-newest';
import type { Fact } from '@/lib/model/pack';
import { readText } from '@/lib/model/read-text';
import { outsideFold, type PlanOutcome, planState } from '@/lib/time/as-of';
import { Around } from './Around';
import { useCardTopic } from './card-topic';
import { type RelatedTopic, RelatedTopics } from './RelatedTopics';
import { Said } from './Said';
import styles from './Section.module.css';
import { SinceFold } from './SinceFold';
import { OutcomeLine, StatementLine } from './StatementLine';

type Props = { related: ReadonlyMap<string, RelatedTopic>; onOpenTopic: (topic: string) => void };

/** What the pack knows as background: facts and related topics; later ones folded. */
export function BackgroundSection({ related, onOpenTopic }: Props) {
  const { topic, division, languages } = useCardTopic();
  const known = outsideFold(division);
  const { since } = division;
  const outcomes = since.outcomes.filter(({ plan }) => known.facts.some((fact) => fact.id === plan.id));
  const count = since.facts.length + outcomes.length + since.relations.length;
  return (
    <div className={styles.section}>
      <Said as="p" text={readText(topic.summary, languages)} />
      {known.facts.length === 0 && <p className={styles.empty}>{i18n.t('card.empty.background')}</p>}
      <Facts facts={known.facts} />
      <RelatedTopics relations={known.relations} related={related} onOpenTopic={onOpenTopic} />
      <SinceFold count={count}>
        <Outcomes outcomes={outcomes} />
        <Facts facts={since.facts} />
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
