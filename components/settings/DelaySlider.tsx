import { Slider } from '@base-ui/react/slider';
import { useState } from 'react';
import { i18n } from '#i18n';
import { SliderTrack } from '@/components/SliderTrack';
import styles from './DelaySlider.module.css';

const MOST_MS = 2_000;
const STEP_MS = 50;

type Props = { delayMs: number; disabled: boolean; onDelay: (delayMs: number) => void };

/** How long the pointer rests before a card opens: follows the thumb at once, is reported when it is let go. */
export function DelaySlider({ delayMs, disabled, onDelay }: Props) {
  const [dragged, setDragged] = useState<number | null>(null);
  const shown = dragged ?? delayMs;
  return (
    <Slider.Root
      className={styles.slider}
      value={shown}
      min={0}
      max={MOST_MS}
      step={STEP_MS}
      largeStep={STEP_MS * 4}
      disabled={disabled}
      onValueChange={(value) => setDragged(value)}
      onValueCommitted={(value) => {
        setDragged(null);
        onDelay(value);
      }}
    >
      <Slider.Label className={styles.label}>{i18n.t('options.appearance.delay')}</Slider.Label>
      <output className={styles.value}>{delayText(shown)}</output>
      <SliderTrack className={styles.control} valueText={delayText} />
      <p className={styles.hint}>{i18n.t('options.appearance.delayHint')}</p>
    </Slider.Root>
  );
}

function delayText(delayMs: number): string {
  if (delayMs === 0) return i18n.t('options.appearance.delayNone');
  return new Intl.NumberFormat(i18n.t('shared.locale'), {
    style: 'unit',
    unit: 'millisecond',
    unitDisplay: 'short',
  }).format(delayMs);
}
