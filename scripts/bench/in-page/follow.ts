/** The reader on a page that changes, with a ledger of every millisecond it works. */

import type { Settings } from '@/lib/model/settings';
import { ATTRIBUTES } from '@/lib/page/element-kinds';
import { createBrowserPort } from '@/lib/reader/browser-port';
import { startReader } from '@/lib/reader/session';
import { DEFAULT_SETTINGS } from '@/lib/settings/default-settings';
import { readFirstPart } from './indexes';
import { watchTurns } from './turns';

/** One stretch of work: inside the page's own changes (`noting`), or later in idle time (`reading`). */
type Work = { kind: 'noting' | 'reading'; at: number; ms: number };

const ledger: Work[] = [];

/** Begins to watch the page: as the reader does, with an observer that does nothing, or not at all. */
export async function follow(how: 'reader' | 'empty observer' | 'nothing'): Promise<void> {
  if (how === 'reader') {
    keepLedger();
    const settings: Settings = { ...DEFAULT_SETTINGS, density: 'all' };
    startReader(document, {
      ...createBrowserPort(),
      load: async () => ({ settings, generation: 'shipped', first: await readFirstPart('shipped') }),
    });
  } else if (how === 'empty observer') {
    new MutationObserver(() => {}).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: ATTRIBUTES,
    });
  }
}

/** How many mentions are painted; none where the reader has failed. */
export function countPainted(): number {
  let count = 0;
  for (const [name, highlight] of CSS.highlights) if (name.startsWith('sidelight-')) count += highlight.size;
  return count;
}

/** Resolves when the reader has not worked for a while. */
export async function untilQuiet(quietMs: number): Promise<void> {
  let seen = -1;
  while (seen !== ledger.length) {
    seen = ledger.length;
    await new Promise((resolve) => setTimeout(resolve, quietMs));
  }
}

/** Resolves when the reader has read again after a change, and then not worked for a while. */
export async function untilFollowed(quietMs: number): Promise<void> {
  while (!ledger.some(({ kind }) => kind === 'reading')) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await untilQuiet(quietMs);
}

/** The work since the last call, in order of time. */
export function takeWork(): Work[] {
  return ledger.splice(0);
}

/** Puts a clock around all that the reader can be called by while it follows a page. */
function keepLedger(): void {
  const scope = globalThis as unknown as {
    MutationObserver: typeof MutationObserver;
    requestIdleCallback: typeof requestIdleCallback;
  };
  let began: number | null = null;
  const now = performance.now.bind(performance);
  /** When the reader last asked for the time: it does so block by block, and when it has read all. */
  let asked = 0;
  performance.now = () => {
    asked = now();
    return asked;
  };
  const open = () => {
    began = now();
  };
  const close = (kind: Work['kind'], at: number) => {
    if (began !== null) ledger.push({ kind, at: began, ms: Math.max(at - began, 0) });
    began = null;
  };
  /** What goes on by promises until the reader gives the page its next turn, or comes to its end. */
  const openTurn = () => {
    open();
    const mine = began;
    setTimeout(() => {
      if (began === mine) close('reading', asked);
    });
  };

  const Observer = scope.MutationObserver;
  scope.MutationObserver = class extends Observer {
    constructor(heard: MutationCallback) {
      super((records, observer) => {
        open();
        heard(records, observer);
        close('noting', now());
      });
    }
  };
  const idle = scope.requestIdleCallback.bind(window);
  scope.requestIdleCallback = (run, options) =>
    idle((deadline) => {
      openTurn();
      run(deadline);
    }, options);
  watchTurns(() => close('reading', now()), openTurn);
}
