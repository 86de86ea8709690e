import { Switch } from '@base-ui/react/switch';
import styles from './Toggle.module.css';

/** What a toggle is called: by words of its own, or by those that stand beside it. */
type Named = { 'aria-label': string } | { 'aria-labelledby': string; 'aria-describedby': string };

type Props = Named & { on: boolean; onSwitch: (on: boolean) => void };

/** A switch with two states that takes effect at once. */
export function Toggle({ on, onSwitch, ...named }: Props) {
  return (
    <Switch.Root className={styles.switch} checked={on} onCheckedChange={(now) => onSwitch(now)} {...named}>
      <Switch.Thumb className={styles.thumb} />
    </Switch.Root>
  );
}
