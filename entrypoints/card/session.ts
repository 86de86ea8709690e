/**
 * The frame's end of the conversation with the reader session of the page. It is listened to before React runs, and what
 * the first view needs is read from the database before React is told: so that it renders once, with all of it.
 */
import { loadDexie } from '@/lib/db/with-dexie';
import type { FromCard, ToCard } from '@/lib/messages/card-port';
import type { ArticleFacts } from '@/lib/messages/page';
import { toArticle } from '@/lib/page/to-article';
import { todayOf } from '@/lib/time/format-date';
import { isToCard } from './is-to-card';
import { type ReadAhead, readAhead, readEarly } from './read-ahead';

type Shown = Exclude<ToCard, { type: 'hide' }>;
type WithFacts<Message> = Message extends Shown
  ? Omit<Message, 'article'> & { article: ArticleFacts; ahead: ReadAhead | null }
  : never;

/** What the reader session asks to show, with the article's date read; `ahead` is null where reading failed, and for what is no topic. */
export type Show = WithFacts<Shown>;

/** The same of one kind of subject: a topic, a note, or a passage to write on. */
export type ShowOf<Type extends Shown['type']> = Extract<Show, { type: Type }>;

/** What the session last asked to show (null: nothing), and the way back to it. */
export type Session = {
  read: () => Show | null;
  /** Calls back when `read` answers something else; the answer ends that. */
  subscribe: (changed: () => void) => () => void;
  send: (message: FromCard) => void;
};

/**
 * Listens at the port as soon as it is there. `first` is the topic that the frame was made for, or empty: it is read before the
 * port says that it is to be shown.
 */
export function openSession(port: Promise<MessagePort>, first = ''): Session {
  let show: Show | null = null;
  let asked = 0;
  let early = first === '' ? null : readEarly(first);
  const listeners = new Set<() => void>();
  const tell = (next: Show | null) => {
    show = next;
    for (const changed of listeners) changed();
  };
  const hear = async (message: unknown) => {
    if (!isToCard(message)) return;
    const turn = ++asked;
    // What was read early serves once: later it may have changed.
    const taken = early;
    early = null;
    // A note is read with it alone; and while nothing is shown is the time to load it for later cards.
    if (message.type !== 'show') void loadDexie();
    if (message.type === 'hide') tell(null);
    else {
      const article = toArticle(message.article, todayOf(new Date()));
      const ahead = message.type === 'show' ? await readAhead(message.topic, article, taken) : null;
      // It may have asked for something else meanwhile.
      if (turn === asked) tell({ ...message, article, ahead });
    }
    taken?.end();
  };
  void port.then((received) => {
    received.onmessage = ({ data }: MessageEvent<unknown>) => void hear(data);
    received.postMessage({ type: 'ready' } satisfies FromCard);
  });
  return {
    read: () => show,
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    send: (message) => void port.then((open) => open.postMessage(message)),
  };
}
