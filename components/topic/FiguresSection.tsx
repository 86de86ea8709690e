import { useMemo } from 'react';
import { i18n } from '#i18n';
import { besideThreshold } from '@/lib/card/beside-threshold';
import { compareFigures, isName, type PeerFigure } from '@/lib/card/compare-figures';
import { figureSeries } from '@/lib/card/figure-series';
import { figureName, figureText, measureWord, thresholdText } from '@/lib/card/figure-words';
import { chooseNames } from '@/lib/card/first-view';
import { markOf, markWord } from '@/lib/card/words';
import { MEASURES, type MeasureId } from '@/lib/model/measures';
import type { Topic } from '@/lib/model/pack';
import { readText } from '@/lib/model/read-text';
import { outsideFold, type Slice } from '@/lib/time/as-of';
import type { CoarseDate } from '@/lib/time/coarse-date';
import { formatDate } from '@/lib/time/format-date';
import { useCardTopic } from './card-topic';
import { FigureCharts } from './FigureCharts';
import { Said } from './Said';
import styles from './Section.module.css';
import { SinceFold } from './SinceFold';
import { StatementLine } from './StatementLine';
import { ThresholdLines } from './ThresholdLines';

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
      <OverTime figures={known.figures} />
      <Comparison figures={known.figures} peers={peers} />
      <Thresholds thresholds={known.thresholds} />
      <BesideRules peers={peers} />
      <SinceFold count={since.figures.length + since.thresholds.length}>
        <Figures figures={since.figures} />
        {since.figures.length > 0 && <OverTime figures={[...known.figures, ...since.figures]} />}
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

/** Measures that other topics have figures of, too. */
function Comparison({ figures, peers }: { figures: Slice['figures']; peers: readonly Topic[] }) {
  const { topic, division, languages } = useCardTopic();
  const { date } = division;
  // Every measure with every topic: once for what is shown, not at each render.
  const charts = useMemo(
    () =>
      [...new Set(figures.flatMap(({ measure }) => measure ?? []))].flatMap((measure) => {
        const compared = compareFigures(measure, peers, date);
        if (compared.length < 2) return [];
        const rows = compared.map((row) => ({
          id: `${row.topic.id} ${row.figure.id}`,
          name: nameInComparison(row, languages),
          figure: row.figure,
          stands: row.topic.id === topic.id,
        }));
        return [{ id: measure, caption: measureWord(measure, i18n.t), rows }];
      }),
    [figures, peers, date, topic, languages],
  );
  return <FigureCharts heading={i18n.t('card.compare')} charts={charts} byDate={false} />;
}

function nameInComparison({ topic, figure }: PeerFigure, languages: readonly string[]): string {
  const name = chooseNames(topic, languages).name.text;
  if (figure.of === undefined) return name;
  const of = readText(figure.of, languages).text;
  return isName(figure.of) ? of : i18n.t('card.nameOf', [name, of]);
}

/** Figures that the topic has of several dates. What is no fact says so beside its date. */
function OverTime({ figures }: { figures: Slice['figures'] }) {
  const { languages } = useCardTopic();
  const charts = useMemo(
    () =>
      figureSeries(figures).map(({ id, points }) => ({
        id,
        caption: points.map(({ figure }) => figureName(figure, languages, i18n.t))[0] ?? '',
        rows: points.map(({ date, figure }) => ({
          id: figure.id,
          name:
            figure.status === 'happened'
              ? formatDate(date, i18n.t)
              : i18n.t('card.nameOf', [formatDate(date, i18n.t), markWord(markOf(figure.status), i18n.t)]),
          figure,
          stands: figure.status === 'happened',
        })),
      })),
    [figures, languages],
  );
  return <FigureCharts heading={i18n.t('card.overTime')} charts={charts} byDate />;
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
