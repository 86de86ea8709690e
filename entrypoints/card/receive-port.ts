import { CARD_HANDSHAKE } from '@/lib/messages/card-port';

/**
 * The port to the reader session of the page around this frame. Only the parent may hand one over, and
 * only the first counts: whoever speaks later speaks to nobody.
 */
export function receivePort(frame: Window): Promise<MessagePort> {
  const life = new AbortController();
  return new Promise((resolve) => {
    frame.addEventListener(
      'message',
      (event: MessageEvent<unknown>) => {
        const [port] = event.ports;
        if (event.source !== frame.parent || !isHandshake(event.data) || port === undefined) return;
        life.abort();
        resolve(port);
      },
      { signal: life.signal },
    );
  });
}

function isHandshake(message: unknown): boolean {
  return (message as { type?: unknown } | null)?.type === CARD_HANDSHAKE;
}
