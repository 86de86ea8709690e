import { Slider } from '@base-ui/react/slider';
import type { KeyboardEvent } from 'react';
import { i18n } from '#i18n';
import { type CoarseDate, firstDay, lastDay } from '@/lib/time/coarse-date';
import { addMonths, toDay, toDayNumber } from '@/lib/time/days';
import { formatDate } from '@/lib/time/format-date';
import styles from './DateSlider.module.css';
import { SliderTrack } from './SliderTrack';

type Props = {
  /** First and last day of the range; the last one is today. */
  from: CoarseDate;
  to: CoarseDate;
  /** The article's date, where one is known: marked, and what holds while no other is chosen. */
  article: CoarseDate | null;
  /** The day that the reader has chosen; null: the article's date, and without one no date at all. */
  chosen: CoarseDate | null;
  onDate: (day: CoarseDate | null) => void;
};

/** As of which day everything is shown. Arrow keys move by a day, Page Up and Page Down by a month. */
export function DateSlider({ from, to, article, chosen, onDate }: Props) {
  const start = article !== null && article < from ? firstDay(article) : from;
  const [min, max] = [toDayNumber(start), toDayNumber(to)];
  const clamp = (day: number) => Math.max(min, Math.min(max, day));
  const articleDay = article === null ? null : clamp(toDayNumber(lastDay(article)));
  const value = chosen === null ? (articleDay ?? max) : clamp(toDayNumber(chosen));
  const text = toText(chosen ?? article);
  const choose = (day: number) => onDate(day === (articleDay ?? max) ? null : toDay(day));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'PageUp' && event.key !== 'PageDown') return;
    event.preventDefault();
    event.stopPropagation();
    choose(clamp(toDayNumber(addMonths(toDay(value), event.key === 'PageUp' ? 1 : -1))));
  };
  return (
    <Slider.Root
      className={styles.slider}
      value={value}
      min={min}
      max={max}
      step={1}
      largeStep={30}
      onValueChange={choose}
      onKeyDownCapture={onKeyDown}
    >
      <p className={styles.line}>
        <span className={styles.label}>{i18n.t('panel.date.label')}</span>{' '}
        <output className={styles.value}>{text}</output>{' '}
        {chosen === null && article !== null && (
          <span className={styles.label}>{i18n.t('panel.date.articleOf')}</span>
        )}
      </p>
      {chosen !== null && (
        <button type="button" className={styles.reset} onClick={() => onDate(null)}>
          {i18n.t(article === null ? 'panel.date.toAll' : 'panel.date.toArticle')}
        </button>
      )}
      <SliderTrack className={styles.control} valueText={() => text} label={i18n.t('panel.date.slider')}>
        {articleDay !== null && (
          <span
            aria-hidden
            className={styles.mark}
            style={{ insetInlineStart: `${((articleDay - min) / (max - min)) * 100}%` }}
          />
        )}
      </SliderTrack>
      <p aria-hidden className={styles.ends}>
        <span>{formatDate(start, i18n.t)}</span>
        <span>{i18n.t('panel.date.today')}</span>
      </p>
    </Slider.Root>
  );
}

function toText(date: CoarseDate | null): string {
  return date === null ? i18n.t('panel.date.all') : formatDate(date, i18n.t);
}
