import { i18n } from '#i18n';
import { byNewest } from '@/lib/card/by-newest';
import type { Insight, Point } from '@/lib/model/pack';
import { readText } from '@/lib/model/read-text';
import { type InsightPoint, outsideFold } from '@/lib/time/as-of';
import { useCardTopic } from './card-topic';
import { Said } from './Said';
import styles from './Section.module.css';
import { SinceFold } from './SinceFold';
import { StatementLine } from './StatementLine';

/** The questions around a topic, each with who says what; later views folded under their question, later questions at the end. */
export function InsightsSection() {
  const { topic, division } = useCardTopic();
  const known = outsideFold(division).points;
  const asked = topic.insights.filter((insight) => pointsOf(insight, known).length > 0);
  const later = topic.insights.filter((insight) => !asked.includes(insight));
  return (
    <div className={styles.section}>
      {asked.length === 0 && <p className={styles.empty}>{i18n.t('card.empty.insights')}</p>}
      {asked.map((insight) => {
        const since = pointsOf(insight, division.since.points);
        return (
          <Question key={insight.id} insight={insight} points={pointsOf(insight, known)}>
            <SinceFold count={since.length}>
              <Points insight={insight} points={since} />
            </SinceFold>
          </Question>
        );
      })}
      <SinceFold count={later.length}>
        {later.map((insight) => (
          <Question key={insight.id} insight={insight} points={insight.points} />
        ))}
      </SinceFold>
    </div>
  );
}

function Question({
  insight,
  points,
  children,
}: {
  insight: Insight;
  points: Point[];
  children?: React.ReactNode;
}) {
  const { languages } = useCardTopic();
  return (
    <section className={styles.insight}>
      <Said as="h3" text={readText(insight.question, languages)} className={styles.question} />
      <Points insight={insight} points={points} />
      {children}
      {insight.investor && <p className={styles.advice}>{i18n.t('card.notAdvice')}</p>}
    </section>
  );
}

function Points({ insight, points }: { insight: Insight; points: Point[] }) {
  return (
    <ul className={styles.list}>
      {[...points].sort(byNewest).map((point) => (
        <li key={point.id}>
          <PointLine at={`insights.${insight.id}.${point.id}`} point={point} />
        </li>
      ))}
    </ul>
  );
}

function PointLine({ at, point }: { at: string; point: Point }) {
  const { languages } = useCardTopic();
  if (point.opinion === undefined) {
    const holder = point.by === undefined ? undefined : readText(point.by, languages);
    return <StatementLine at={at} statement={point} holder={holder} />;
  }
  const holder = { text: i18n.t(point.opinion === 'founding' ? 'card.founding' : 'card.ours'), lang: null };
  return <StatementLine at={at} statement={point} mark="opinion" holder={holder} />;
}

function pointsOf(insight: Insight, points: InsightPoint[]): Point[] {
  return points.filter((entry) => entry.insight === insight).map((entry) => entry.point);
}
