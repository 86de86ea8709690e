import { lazy, Suspense, useState } from 'react';
import type { FigureRow } from './FigureChart';
import styles from './Section.module.css';

const FigureChart = lazy(async () => ({ default: (await import('./FigureChart')).FigureChart }));

type Props = {
  heading: string;
  charts: readonly { id: string; caption: string; rows: readonly FigureRow[] }[];
  byDate: boolean;
};

/** Charts under a heading, one at a time, drawn when the reader asks for it. Nothing where there is none. */
export function FigureCharts({ heading, charts, byDate }: Props) {
  const [shown, setShown] = useState<string | null>(null);
  if (charts.length === 0) return null;
  const chart = charts.find(({ id }) => id === shown);
  return (
    <div>
      <h3 className={styles.heading}>{heading}</h3>
      <ul className={styles.choices}>
        {charts.map(({ id, caption }) => (
          <li key={id}>
            <button
              type="button"
              className={styles.choice}
              aria-expanded={id === shown}
              onClick={() => setShown(id === shown ? null : id)}
            >
              {caption}
            </button>
          </li>
        ))}
      </ul>
      {chart && (
        <Suspense>
          <FigureChart caption={chart.caption} rows={chart.rows} byDate={byDate} />
        </Suspense>
      )}
    </div>
  );
}
