import { Bar, BarChart, Cell, LabelList, XAxis, YAxis } from 'recharts';
import { i18n } from '#i18n';
import { isName, type PeerFigure } from '@/lib/card/compare-figures';
import { formatValue, measureWord } from '@/lib/card/figure-words';
import { chooseNames } from '@/lib/card/first-view';
import { markOf } from '@/lib/card/words';
import type { MeasureId } from '@/lib/model/measures';
import { readText } from '@/lib/model/read-text';
import { formatDate } from '@/lib/time/format-date';
import styles from './FigureChart.module.css';
import { Mark } from './Mark';
import { Said } from './Said';

type Props = {
  measure: MeasureId;
  /** The topic of the card: its bars are drawn in full. */
  own: string;
  rows: PeerFigure[];
  languages: readonly string[];
};

/** Made for the card's width; in a wider pane it stays as it is. */
const WIDTH = 328;
const ROW_HEIGHT = 26;
/** A name that is longer stands in two lines. */
const NAMES = 128;
const VALUES = 84;

/** Bars of one measure over several topics, and the same as a table, which is all that a screen reader is given. */
export function FigureChart({ measure, own, rows, languages }: Props) {
  const nameOf = ({ topic, figure }: PeerFigure) => {
    const name = chooseNames(topic, languages).name.text;
    if (figure.of === undefined) return name;
    const of = readText(figure.of, languages).text;
    return isName(figure.of) ? of : i18n.t('card.nameOf', [name, of]);
  };
  const bars = rows.map((row) => ({
    name: nameOf(row),
    value: row.figure.value,
    label: formatValue(row.figure.value, row.figure.unit, i18n.t),
    isOwn: row.topic.id === own,
    id: `${row.topic.id} ${row.figure.id}`,
  }));
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>{measureWord(measure, i18n.t)}</figcaption>
      <div aria-hidden="true">
        <BarChart
          layout="vertical"
          width={WIDTH}
          height={rows.length * ROW_HEIGHT}
          data={bars}
          margin={{ top: 0, bottom: 0, left: 0, right: VALUES }}
          accessibilityLayer={false}
        >
          <XAxis type="number" hide domain={[0, 'dataMax']} />
          <YAxis
            type="category"
            dataKey="name"
            width={NAMES}
            interval={0}
            axisLine={false}
            tickLine={false}
            tick={{ fontSize: 12, width: NAMES - 8, fill: 'var(--color-text)' }}
          />
          <Bar dataKey="value" barSize={14} isAnimationActive={false}>
            {bars.map(({ id, isOwn }) => (
              <Cell key={id} fill={isOwn ? 'var(--color-action)' : 'var(--color-outline)'} />
            ))}
            <LabelList dataKey="label" position="right" fontSize={12} fill="var(--color-text)" />
          </Bar>
        </BarChart>
      </div>
      <details className={styles.table}>
        <summary>{i18n.t('card.asTable')}</summary>
        <table>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.topic.id} ${row.figure.id}`}>
                <th scope="row">
                  <Said text={{ text: nameOf(row), lang: null }} />
                </th>
                <td>{formatValue(row.figure.value, row.figure.unit, i18n.t)}</td>
                <td>{row.figure.date && formatDate(row.figure.date, i18n.t)}</td>
                <td>
                  <Mark mark={markOf(row.figure.status)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
