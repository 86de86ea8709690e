import { useCallback, useEffect, useRef, useState } from 'react';
import type { FromCard, ToCard } from '@/lib/messages/card-port';
import { isToCard } from './is-to-card';

/** What the reader session asks to show. */
export type Show = Extract<ToCard, { type: 'show' }>;

/** What the session last asked to show (null: nothing), and the way back to it. */
export function useSession(port: Promise<MessagePort>): {
  show: Show | null;
  send: (message: FromCard) => void;
} {
  const [show, setShow] = useState<Show | null>(null);
  const open = useRef<MessagePort | null>(null);
  const send = useCallback((message: FromCard) => open.current?.postMessage(message), []);

  useEffect(() => {
    let gone = false;
    void port.then((received) => {
      if (gone) return;
      open.current = received;
      received.onmessage = ({ data }: MessageEvent<unknown>) => {
        if (isToCard(data)) setShow(data.type === 'show' ? data : null);
      };
      send({ type: 'ready' });
    });
    return () => {
      gone = true;
    };
  }, [port, send]);

  return { show, send };
}
