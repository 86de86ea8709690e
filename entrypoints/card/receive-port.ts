import { CARD_HANDSHAKE } from '@/lib/messages/card-port';
import { LIMITS } from './is-to-card';

/**
 * The port to the reader session that made this frame: of the page around it, or of a frame in that page. Nobody
 * else may hand one over, and only the first counts: whoever speaks later speaks to nobody.
 */
export function receivePort(frame: Window): Promise<MessagePort> {
  const life = new AbortController();
  return new Promise((resolve) => {
    frame.addEventListener(
      'message',
      (event: MessageEvent<unknown>) => {
        const [port] = event.ports;
        if (!isWithin(event.source, frame.parent) || !isHandshake(event.data) || port === undefined) return;
        life.abort();
        resolve(port);
      },
      { signal: life.signal },
    );
  });
}

/** The id of the topic that the frame was made for, which the reader session wrote into its name; empty for none. */
export function readName({ name }: Pick<Window, 'name'>): string {
  return name.length > LIMITS.id ? '' : name;
}

/** Whether a window is the given one or a frame in it. */
function isWithin(source: MessageEventSource | null, outer: Window): boolean {
  for (let view = source as Window | null; view; view = view.parent) {
    if (view === outer) return true;
    if (view === view.parent) return false;
  }
  return false;
}

function isHandshake(message: unknown): boolean {
  return (message as { type?: unknown } | null)?.type === CARD_HANDSHAKE;
}
