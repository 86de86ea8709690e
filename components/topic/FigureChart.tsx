import { Bar, BarChart, Cell, LabelList, XAxis, YAxis } from 'recharts';
import { i18n } from '#i18n';
import { useWidth } from '@/components/hooks/use-width';
import { valueText } from '@/lib/card/figure-words';
import { markOf } from '@/lib/card/words';
import type { Figure } from '@/lib/model/pack';
import { formatDate } from '@/lib/time/format-date';
import styles from './FigureChart.module.css';
import { Mark } from './Mark';

/** One figure under its name in the chart. `stands`: drawn in full, since it is what the chart is about. */
export type FigureRow = { id: string; name: string; figure: Figure; stands: boolean };

type Props = {
  caption: string;
  rows: readonly FigureRow[];
  /** Whether the names are the dates already. */
  byDate: boolean;
};

/** Of the card; a panel is measured. */
const WIDTH = 328;
const ROW_HEIGHT = 26;
/** A name or value that is longer stands in two lines. Dates are short. */
const NAMES = { ofThings: 128, ofDates: 88 };
const VALUES = { ofThings: 84, ofDates: 116 };

/** Bars of figures in one unit, and the same as a table, which is all that a screen reader is given. */
export function FigureChart({ caption, rows, byDate }: Props) {
  const [frame, width] = useWidth<HTMLDivElement>(WIDTH);
  const columns = byDate ? 'ofDates' : 'ofThings';
  const names = NAMES[columns];
  const values = VALUES[columns];
  const isReversed = document.documentElement.dir === 'rtl';
  const bars = rows.map(({ id, name, figure, stands }) => ({
    id,
    name,
    stands,
    value: figure.value,
    label: valueText(figure, i18n.t),
  }));
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>{caption}</figcaption>
      <div ref={frame} dir="ltr" aria-hidden="true" className={styles.drawing}>
        <BarChart
          layout="vertical"
          width={width}
          height={rows.length * ROW_HEIGHT}
          data={bars}
          margin={{ top: 0, bottom: 0, left: isReversed ? values : 0, right: isReversed ? 0 : values }}
          accessibilityLayer={false}
        >
          <XAxis type="number" hide domain={[0, 'dataMax']} reversed={isReversed} />
          <YAxis
            type="category"
            dataKey="name"
            width={names}
            orientation={isReversed ? 'right' : 'left'}
            interval={0}
            axisLine={false}
            tickLine={false}
            tick={{ fontSize: 12, width: names - 8, fill: 'var(--chart-text)' }}
          />
          <Bar dataKey="value" barSize={14} isAnimationActive={false}>
            {bars.map(({ id, stands }) => (
              <Cell key={id} fill={stands ? 'var(--chart-own)' : 'var(--chart-other)'} />
            ))}
            <LabelList
              dataKey="label"
              position={isReversed ? 'left' : 'right'}
              fontSize={12}
              fill="var(--chart-text)"
            />
          </Bar>
        </BarChart>
      </div>
      <details className={styles.table}>
        <summary>{i18n.t('card.asTable')}</summary>
        <table>
          <tbody>
            {rows.map(({ id, name, figure }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td>{valueText(figure, i18n.t)}</td>
                {!byDate && <td>{figure.date && formatDate(figure.date, i18n.t)}</td>}
                <td>
                  <Mark mark={markOf(figure.status)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
