import { Slider } from '@base-ui/react/slider';
import type { ReactNode } from 'react';
import styles from './SliderTrack.module.css';

type Props = {
  /** Where the part that is pressed lies, and how much room it has. */
  className: string | undefined;
  /** The value as a screen reader says it. */
  valueText: (value: number) => string;
  /** Names the thumb where no label does. */
  label?: string;
  /** What stands on the track. */
  children?: ReactNode;
};

/** Track and thumb of a slider, inside of a `Slider.Root`. */
export function SliderTrack({ className, valueText, label, children }: Props) {
  return (
    <Slider.Control className={`${styles.control} ${className}`}>
      <Slider.Track className={styles.track}>
        <Slider.Indicator className={styles.filled} />
        {children}
        <Slider.Thumb
          className={styles.thumb}
          aria-label={label}
          getAriaValueText={(_, value) => valueText(value)}
        />
      </Slider.Track>
    </Slider.Control>
  );
}
