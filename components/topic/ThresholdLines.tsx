import { i18n } from '#i18n';
import type { ConditionLine, ThresholdLine } from '@/lib/card/beside-threshold';
import { conditionText, formatValue, measureWord, pointsText } from '@/lib/card/figure-words';
import { unitOf } from '@/lib/model/measures';
import { readText } from '@/lib/model/read-text';
import { Said } from './Said';
import styles from './Section.module.css';

type Props = { lines: ThresholdLine[]; languages: readonly string[] };

/** Where a chip stands to the limits of a rule: limit, figure or arithmetic, and whether the limit is met, as words. */
export function ThresholdLines({ lines, languages }: Props) {
  return (
    <ul className={styles.list}>
      {lines.map(({ of, threshold, lines: conditions, holds }) => (
        <li key={`${JSON.stringify(of)} ${threshold.id}`}>
          <p>
            {of !== null && (
              <>
                <Said text={readText(of, languages)} />
                {': '}
              </>
            )}
            <strong>
              {i18n.t(holds === null ? 'card.holds.unknown' : holds ? 'card.holds.yes' : 'card.holds.no')}
            </strong>
          </p>
          {conditions.map((line) => (
            <dl key={line.condition.measure} className={styles.standing}>
              <dt>{i18n.t('card.limit')}</dt>
              <dd>{conditionText(line.condition, i18n.t)}</dd>
              <dt>{i18n.t('card.ofChip')}</dt>
              <dd>{standing(line)}</dd>
            </dl>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** What the chip has, with the arithmetic where it is ours. */
function standing({ condition, compared }: ConditionLine): string {
  if (compared === null) return i18n.t('card.holds.noFigure', [measureWord(condition.measure, i18n.t)]);
  if (compared.points) return pointsText(compared.points, i18n.t);
  const value = formatValue(compared.value, unitOf(condition.measure), i18n.t);
  return compared.bound ? i18n.t(BOUNDS[compared.bound], [value]) : value;
}

const BOUNDS = {
  'at-least': 'card.bound.atLeast',
  'at-most': 'card.bound.atMost',
  about: 'card.bound.about',
} as const;
