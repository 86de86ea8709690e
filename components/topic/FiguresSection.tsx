import { lazy, Suspense, useMemo, useState } from 'react';
import { i18n } from '#i18n';
import { besideThreshold } from '@/lib/card/beside-threshold';
import { compareFigures } from '@/lib/card/compare-figures';
import { figureText, measureWord, thresholdText } from '@/lib/card/figure-words';
import { chooseNames } from '@/lib/card/first-view';
import { MEASURES, type MeasureId } from '@/lib/model/measures';
import type { Topic } from '@/lib/model/pack';
import { readText } from '@/lib/model/read-text';
import { outsideFold, type Slice } from '@/lib/time/as-of';
import type { CoarseDate } from '@/lib/time/coarse-date';
import { useCardTopic } from './card-topic';
import { Said } from './Said';
import styles from './Section.module.css';
import { SinceFold } from './SinceFold';
import { StatementLine } from './StatementLine';
import { ThresholdLines } from './ThresholdLines';

const FigureChart = lazy(async () => ({ default: (await import('./FigureChart')).FigureChart }));

/** Every installed topic, to set figures beside those of others; empty while they load. */
type Props = { peers: readonly Topic[] };

/** The numbers of a topic, side by side with those of others, and a chip's beside the limits of the rules. */
export function FiguresSection({ peers }: Props) {
  const { division } = useCardTopic();
  const known = useMemo(() => outsideFold(division), [division]);
  const { since } = division;
  const isEmpty = known.figures.length === 0 && known.thresholds.length === 0;
  return (
    <div className={styles.section}>
      {isEmpty && <p className={styles.empty}>{i18n.t('card.empty.figures')}</p>}
      <Figures figures={known.figures} />
      <Comparison figures={known.figures} peers={peers} />
      <Thresholds thresholds={known.thresholds} />
      <BesideRules peers={peers} />
      <SinceFold count={since.figures.length + since.thresholds.length}>
        <Figures figures={since.figures} />
        <Thresholds thresholds={since.thresholds} />
      </SinceFold>
    </div>
  );
}

function Figures({ figures }: { figures: Slice['figures'] }) {
  const { languages } = useCardTopic();
  if (figures.length === 0) return null;
  return (
    <ul className={styles.list}>
      {figures.map((figure) => (
        <li key={figure.id}>
          <StatementLine
            at={`figures.${figure.id}`}
            statement={{ ...figure, text: ours(figureText(figure, languages, i18n.t)) }}
          />
          {figure.note !== undefined && (
            <Said as="p" text={readText(figure.note, languages)} className={styles.beside} />
          )}
        </li>
      ))}
    </ul>
  );
}

/** One chart at a time, of a measure that other topics have figures of, too. */
function Comparison({ figures, peers }: { figures: Slice['figures']; peers: readonly Topic[] }) {
  const { topic, division, languages } = useCardTopic();
  const [shown, setShown] = useState<MeasureId | null>(null);
  const { date } = division;
  // Every measure with every topic: once for what is shown, not at each render.
  const measures = useMemo(
    () =>
      [...new Set(figures.flatMap(({ measure }) => measure ?? []))].filter(
        (measure) => compareFigures(measure, peers, date).length > 1,
      ),
    [figures, peers, date],
  );
  const rows = useMemo(
    () => (shown === null ? [] : compareFigures(shown, peers, date)),
    [shown, peers, date],
  );
  if (measures.length === 0) return null;
  return (
    <div>
      <h3 className={styles.heading}>{i18n.t('card.compare')}</h3>
      <ul className={styles.choices}>
        {measures.map((measure) => (
          <li key={measure}>
            <button
              type="button"
              className={styles.choice}
              aria-expanded={measure === shown}
              onClick={() => setShown(measure === shown ? null : measure)}
            >
              {measureWord(measure, i18n.t)}
            </button>
          </li>
        ))}
      </ul>
      {shown !== null && (
        <Suspense>
          <FigureChart measure={shown} own={topic.id} rows={rows} languages={languages} />
        </Suspense>
      )}
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
            <StatementLine
              at={`thresholds.${threshold.id}`}
              statement={{ ...threshold, text: ours(thresholdText(threshold, languages, i18n.t)) }}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Of a chip: each limit in force then, and where its figures stand to it. */
function BesideRules({ peers }: { peers: readonly Topic[] }) {
  const { topic, division, today, languages } = useCardTopic();
  const day = division.date ?? today;
  const rules = useMemo(() => rulesBeside(topic, peers, day), [topic, peers, day]);
  if (rules.length === 0) return null;
  return (
    <div>
      <h3 className={styles.heading}>{i18n.t('card.besideRules')}</h3>
      {rules.map(({ rule, lines }) => (
        <div key={rule.id} className={styles.rule}>
          <h4>
            <Said text={chooseNames(rule, languages).name} />
          </h4>
          <ThresholdLines lines={lines} languages={languages} />
        </div>
      ))}
    </div>
  );
}

/** The rules that limit chips, each with its limits of that day beside the figures of a chip; none of anything else. */
function rulesBeside(topic: Topic, peers: readonly Topic[], day: CoarseDate) {
  const isOfChip = ({ measure }: { measure?: MeasureId | undefined }) =>
    measure !== undefined && MEASURES[measure].of === 'chip';
  if (!topic.figures.some(isOfChip)) return [];
  return peers.flatMap((rule) => {
    const lines = besideThreshold(topic, rule, day).filter(({ threshold }) =>
      threshold.conditions.some(isOfChip),
    );
    return lines.length > 0 ? [{ rule, lines }] : [];
  });
}

/** A line put together by us is in the language of our sentences. */
function ours(text: string) {
  return { [i18n.t('shared.locale')]: text };
}
