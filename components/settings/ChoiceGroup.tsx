import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { useId } from 'react';
import styles from './ChoiceGroup.module.css';

/** One of the values of a setting, in words. */
export type Choice<Value extends string> = { value: Value; label: string; hint?: string };

type Props<Value extends string> = {
  label: string;
  choices: readonly Choice<Value>[];
  /** `null`: nothing is chosen yet. */
  value: Value | null;
  /** `row`: short labels side by side; `list`: one below the other, with room for a sentence each. */
  layout: 'row' | 'list';
  onChoose: (value: Value) => void;
};

/** A setting with a few values, all of them in sight. */
export function ChoiceGroup<Value extends string>({ label, choices, value, layout, onChoose }: Props<Value>) {
  const id = useId();
  return (
    <div className={styles.group}>
      <div id={id} className={styles.label}>
        {label}
      </div>
      <RadioGroup<Value | null>
        value={value}
        onValueChange={(chosen) => chosen !== null && onChoose(chosen)}
        aria-labelledby={id}
        className={styles[layout]}
      >
        {choices.map((choice) => (
          // biome-ignore lint/a11y/noLabelWithoutControl: the radio inside is the control
          <label key={choice.value} className={styles.choice}>
            <Radio.Root
              value={choice.value}
              className={styles.radio}
              aria-labelledby={`${id}-${choice.value}`}
              aria-describedby={choice.hint === undefined ? undefined : `${id}-${choice.value}-hint`}
            >
              <Radio.Indicator className={styles.dot} />
            </Radio.Root>
            <span>
              <span id={`${id}-${choice.value}`} className={styles.name}>
                {choice.label}
              </span>
              {choice.hint !== undefined && (
                <span id={`${id}-${choice.value}-hint`} className={styles.hint}>
                  {choice.hint}
                </span>
              )}
            </span>
          </label>
        ))}
      </RadioGroup>
    </div>
  );
}
