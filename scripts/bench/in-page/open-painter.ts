import { CORE_GROUPS, composeLook } from '@/lib/packs/compose-look';
import { createGuard } from '@/lib/reader/guard';
import { createPainter, type Painter } from '@/lib/reader/painter';

/** As many groups as the shipped pack has. */
const LOOK = composeLook([...CORE_GROUPS, 'events', 'other', 'rules', 'software', 'systems']);

/** The product's painter of this page; `stop` takes all paint away. */
export function openPainter(): { painter: Painter; stop: () => void } {
  const life = new AbortController();
  const guard = createGuard(life.signal, () => life.abort());
  return { painter: createPainter(guard, document, LOOK), stop: () => life.abort() };
}
