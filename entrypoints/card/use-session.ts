import { useCallback, useEffect, useRef, useState } from 'react';
import type { FromCard, ToCard } from '@/lib/messages/card-port';
import type { ArticleFacts } from '@/lib/messages/page';
import { toArticle } from '@/lib/page/to-article';
import { todayOf } from '@/lib/time/format-date';
import { isToCard } from './is-to-card';

type Shown = Exclude<ToCard, { type: 'hide' }>;
type WithFacts<Message> = Message extends Shown
  ? Omit<Message, 'article'> & { article: ArticleFacts }
  : never;

/** What the reader session asks to show, with the article's date read. */
export type Show = WithFacts<Shown>;

/** The same of one kind of subject: a topic, a note, or a passage to write on. */
export type ShowOf<Type extends Shown['type']> = Extract<Show, { type: Type }>;

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
          data.type === 'hide' ? null : { ...data, article: toArticle(data.article, todayOf(new Date())) },
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
