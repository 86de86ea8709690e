import type { ReactNode } from 'react';

/** One row of a `dl`: what it is about, and what there is to say. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
