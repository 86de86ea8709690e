import { ReferenceLine, Scatter, ScatterChart, XAxis, YAxis } from 'recharts';
import { i18n } from '#i18n';
import { useWidth } from '@/components/hooks/use-width';
import { layTimeline, type TimelineMark } from '@/lib/card/lay-timeline';
import { markWord } from '@/lib/card/words';
import type { TimelineEvent } from '@/lib/model/pack';
import { readText } from '@/lib/model/read-text';
import { type CoarseDate, lastDay } from '@/lib/time/coarse-date';
import { toDayNumber } from '@/lib/time/days';
import { formatDate } from '@/lib/time/format-date';
import { MARK_SHAPES } from './Mark';
import styles from './TimelineChart.module.css';

type Props = {
  /** Each of them stands in a list beside the drawing. */
  events: readonly TimelineEvent[];
  /** The date of the article, which gets a line of its own; null: it has none. */
  article: CoarseDate | null;
  /** Events end with the article. */
  toArticle: boolean;
  languages: readonly string[];
};

/** Of the card; a panel is measured. */
const WIDTH = 328;
const LANE_NAMES = 64;
const END = 12;
const MARK = 10;
const ROW = 14;
/** How tall the end of a plan's line is; of a row. */
const DUE = 0.6;
const TOP = 20;
const AXIS = 24;
/** A name of a month and the space beside it. */
const TICK = 72;

/** Events on an axis of time, a lane for each kind: a shape at each date, on a line as long as the date is vague; from a plan a broken line to its day. */
export function TimelineChart({ events, article, toArticle, languages }: Props) {
  const [frame, width] = useWidth<HTMLDivElement>(WIDTH);
  const plot = width - LANE_NAMES - END;
  const layout = layTimeline(events, {
    until: toArticle ? article : null,
    including: article,
    markShare: MARK / plot,
    mostTicks: Math.floor(plot / TICK),
  });
  if (layout === null) return null;
  const { from, to, ticks, lanes, marks } = layout;
  const isReversed = document.documentElement.dir === 'rtl';
  const rows = lanes.reduce((sum, lane) => sum + lane.rows, 0);
  return (
    // Laid out from left to right in any language: where time runs the other way, the axis says so itself.
    <div ref={frame} dir="ltr" aria-hidden="true" className={styles.drawing}>
      <ScatterChart
        width={width}
        height={TOP + rows * ROW + AXIS}
        margin={{ top: TOP, bottom: 0, left: isReversed ? END : 0, right: isReversed ? 0 : END }}
        accessibilityLayer={false}
      >
        <XAxis
          type="number"
          dataKey="x"
          domain={[from, to]}
          reversed={isReversed}
          ticks={ticks.map(({ day }) => day)}
          tickFormatter={(day: number) =>
            ticks
              .filter((tick) => tick.day === day)
              .map(({ date }) => formatDate(date, i18n.t))
              .join('')
          }
          interval={0}
          height={AXIS}
          stroke="var(--chart-line)"
          tick={{ fontSize: 12, fill: 'var(--chart-text)' }}
        />
        <YAxis
          type="number"
          dataKey="y"
          domain={[-0.5, rows - 0.5]}
          reversed
          orientation={isReversed ? 'right' : 'left'}
          width={LANE_NAMES}
          axisLine={false}
          tickLine={false}
          ticks={lanes.map(({ firstRow, rows }) => firstRow + (rows - 1) / 2)}
          tickFormatter={(at: number) =>
            lanes
              .filter(({ firstRow, rows }) => at >= firstRow && at < firstRow + rows)
              .map(({ mark }) => markWord(mark, i18n.t))
              .join('')
          }
          interval={0}
          tick={{ fontSize: 12, fill: 'var(--chart-text)' }}
        />
        {lanes.slice(1).map(({ firstRow }) => (
          <ReferenceLine key={firstRow} y={firstRow - 0.5} stroke="var(--chart-hairline)" />
        ))}
        {article !== null && (
          <ReferenceLine
            x={toDayNumber(lastDay(article))}
            stroke="var(--chart-article)"
            strokeWidth={2}
            label={({ viewBox }: { viewBox: { x: number } }) => (
              <ArticleName x={viewBox.x} left={isReversed ? END : LANE_NAMES} right={width} />
            )}
          />
        )}
        {marks
          .filter((mark) => mark.from < mark.to)
          .map((mark) => (
            <ReferenceLine
              key={mark.event.id}
              segment={[
                { x: mark.from, y: mark.row },
                { x: mark.to, y: mark.row },
              ]}
              stroke={`var(--chart-${mark.mark})`}
              strokeWidth={2}
            />
          ))}
        {marks.flatMap(({ event, from, to, due, row }) =>
          due === null
            ? []
            : [
                <ReferenceLine
                  key={`to ${event.id}`}
                  segment={[
                    { x: (from + to) / 2, y: row },
                    { x: due, y: row },
                  ]}
                  stroke="var(--chart-plan)"
                  strokeDasharray="3 3"
                />,
                <ReferenceLine
                  key={`due ${event.id}`}
                  segment={[
                    { x: due, y: row - DUE / 2 },
                    { x: due, y: row + DUE / 2 },
                  ]}
                  stroke="var(--chart-plan)"
                  strokeWidth={2}
                />,
              ],
        )}
        <Scatter
          data={marks.map((mark) => ({ x: (mark.from + mark.to) / 2, y: mark.row, mark }))}
          isAnimationActive={false}
          shape={({ cx = 0, cy = 0, payload }) => (
            <EventShape x={cx} y={cy} mark={(payload as { mark: TimelineMark }).mark} languages={languages} />
          )}
        />
      </ScatterChart>
    </div>
  );
}

/** "This article" over its line, inside the drawing also where the line stands at an end. */
function ArticleName({ x, left, right }: { x: number; left: number; right: number }) {
  const part = (x - left) / (right - left);
  return (
    <text
      x={x}
      y={TOP - 8}
      fontSize={12}
      fill="var(--chart-text)"
      textAnchor={part < 0.25 ? 'start' : part > 0.75 ? 'end' : 'middle'}
    >
      {i18n.t('card.timeAxis.article')}
    </text>
  );
}

/** The shape of a mark, which tells date and text to a pointer that rests on it. */
function EventShape({
  x,
  y,
  mark,
  languages,
}: {
  x: number;
  y: number;
  mark: TimelineMark;
  languages: readonly string[];
}) {
  const { date, until, due, text } = mark.event;
  const begin = formatDate(date, i18n.t);
  const when = until === undefined ? begin : i18n.t('card.span', [begin, formatDate(until, i18n.t)]);
  const said = i18n.t('card.figure', [when, readText(text, languages).text]);
  return (
    <svg
      x={x - MARK / 2}
      y={y - MARK / 2}
      width={MARK}
      height={MARK}
      viewBox="0 0 8 8"
      data-mark={mark.mark}
      color={`var(--chart-${mark.mark})`}
    >
      <title>
        {due && mark.due !== null ? `${said}\n${i18n.t('card.due', [formatDate(due, i18n.t)])}` : said}
      </title>
      <circle cx="4" cy="4" r="3" className={styles.ground} />
      {MARK_SHAPES[mark.mark]}
    </svg>
  );
}
