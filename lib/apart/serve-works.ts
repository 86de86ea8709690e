import { hearAnswers } from '@/lib/db/hear-answers';
import { computeAnswer } from '@/lib/messages/envelope';
import type { SeeMerged } from '@/lib/notes/apply-changes';
import { type Order, type Reply, WORKS } from './works';

/** The end of such a thread that it hears and answers through. */
type Port = {
  addEventListener(type: 'message', hear: (event: MessageEvent<Order>) => void): void;
  postMessage(reply: Reply): void;
};

/** Least time between two signs of life. */
const EVERY_MS = 1_000;

/**
 * Does what is asked for through a port, and sends back what came of it. Signs of life are the answers of the database: a clock would
 * go on where the work does not.
 */
export function serveWorks(port: Port): void {
  let saidAt = Number.NEGATIVE_INFINITY;
  hearAnswers(() => {
    const now = performance.now();
    if (now - saidAt < EVERY_MS) return;
    saidAt = now;
    port.postMessage({ isAlive: true });
  });
  port.addEventListener('message', ({ data: { name, given } }) => {
    const work = WORKS[name] as (see: SeeMerged, ...given: unknown[]) => unknown;
    const see: SeeMerged = (done, total) => port.postMessage({ merged: { done, total } });
    void computeAnswer(() => work(see, ...given)).then((answer) => port.postMessage({ answer }));
  });
}
