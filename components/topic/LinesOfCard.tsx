import { type ReactNode, useMemo, useState } from 'react';
import { CardLinesContext, type Reading } from './card-lines';

const NO_READING: Reading = {
  article: null,
  notes: [],
  onHolding: () => {},
  arrivals: new Set(),
  onSeen: () => {},
};

/** Gives the lines inside it what they share; without a reading nothing stands beside them. */
export function LinesOfCard({
  reading = NO_READING,
  children,
}: {
  reading?: Reading | undefined;
  children: ReactNode;
}) {
  const [open, onOpen] = useState<string | null>(null);
  const lines = useMemo(() => ({ ...reading, open, onOpen }), [reading, open]);
  return <CardLinesContext value={lines}>{children}</CardLinesContext>;
}
