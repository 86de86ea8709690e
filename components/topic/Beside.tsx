import { Children, type ElementType, Fragment, type ReactNode } from 'react';
import styles from './Beside.module.css';

type Props = { as?: ElementType; className?: string | undefined; children: ReactNode };

/**
 * Small parts side by side in a line. Between them stands a space, so that a screen reader, a copy and a search
 * find words; the dot is only drawn.
 */
export function Beside({ as: Element = 'p', className, children }: Props) {
  const parts = Children.toArray(children);
  return (
    <Element className={className ? `${styles.beside} ${className}` : styles.beside}>
      {parts.map((part, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a line have no other identity than their place
        <Fragment key={place}>
          {place > 0 && ' '}
          {part}
        </Fragment>
      ))}
    </Element>
  );
}
