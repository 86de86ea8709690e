import { computeAnswer } from '@/lib/messages/envelope';
import { type Order, WORKS } from './works';

/** The end of such a thread that it hears and answers through. */
type Port = {
  addEventListener(type: 'message', hear: (event: MessageEvent<Order>) => void): void;
  postMessage(answer: unknown): void;
};

/** Does what is asked for through a port, and sends back what came of it. */
export function serveWorks(port: Port): void {
  port.addEventListener('message', ({ data }) => {
    const work = WORKS[data.name] as (...given: unknown[]) => unknown;
    void computeAnswer(() => work(...data.given)).then((answer) => port.postMessage(answer));
  });
}
