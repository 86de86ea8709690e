import { computeAnswer } from '@/lib/messages/envelope';
import type { SeeMerged } from '@/lib/notes/apply-changes';
import { type Order, type Reply, WORKS } from './works';

/** The end of such a thread that it hears and answers through. */
type Port = {
  addEventListener(type: 'message', hear: (event: MessageEvent<Order>) => void): void;
  postMessage(reply: Reply): void;
};

/** Does what is asked for through a port, and sends back what came of it. */
export function serveWorks(port: Port): void {
  port.addEventListener('message', ({ data: { name, given } }) => {
    const work = WORKS[name] as (see: SeeMerged, ...given: unknown[]) => unknown;
    const see: SeeMerged = (done, total) => port.postMessage({ merged: { done, total } });
    void computeAnswer(() => work(see, ...given)).then((answer) => port.postMessage({ answer }));
  });
}
