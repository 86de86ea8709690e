/**
 * Hears of each turn that the reader gives the page: whichever way of the scheduler it takes, or while it waits for the
 * storage. What the browser does to hand an answer of the storage over is not counted.
 */
import { browser } from 'wxt/browser';

type Way = (...args: unknown[]) => Promise<unknown>;

/** Calls `leave` before each turn and `resume` after it, until the answer is called. */
export function watchTurns(leave: () => void, resume: () => void): () => void {
  const { scheduler } = globalThis as unknown as { scheduler: Record<string, Way> };
  const ways: [place: Record<string, Way>, name: string][] = [
    [scheduler, 'yield'],
    [scheduler, 'postTask'],
    [browser.storage.local as unknown as Record<string, Way>, 'get'],
  ];
  const restores = ways.map(([place, name]) => {
    const native = place[name] as Way;
    place[name] = async (...args) => {
      leave();
      const answer = await native.apply(place, args);
      resume();
      return answer;
    };
    return () => {
      place[name] = native;
    };
  });
  return () => {
    for (const restore of restores) restore();
  };
}
