import styles from './Merging.module.css';

/** How many notes of a file are merged. */
export type Merged = { done: number; total: number };

/**
 * How far merging is, for the eye: a screen reader has been told already what is under way. Nothing until the first
 * notes are merged.
 */
export function Merging({ label, merged }: { label: string; merged: Merged | undefined }) {
  if (!merged) return null;
  return <progress aria-label={label} className={styles.bar} value={merged.done} max={merged.total} />;
}
