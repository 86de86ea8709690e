import { useCallback, useEffect, useRef, useState } from 'react';
import type { FromCard, ToCard } from '@/lib/messages/card-port';
import type { ArticleFacts } from '@/lib/messages/page';
import { toArticle } from '@/lib/page/to-article';
import { todayOf } from '@/lib/time/format-date';
import { isToCard } from './is-to-card';

/** What the reader session asks to show, with the article's date read. */
export type Show = Omit<Extract<ToCard, { type: 'show' }>, 'article'> & { article: ArticleFacts };

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
        if (!isToCard(data)) return;
        setShow(
          data.type === 'show' ? { ...data, article: toArticle(data.article, todayOf(new Date())) } : null,
        );
      };
      send({ type: 'ready' });
    });
    return () => {
      gone = true;
    };
  }, [port, send]);

  return { show, send };
}
