/**
 * The frame's end of the conversation with the reader session of the page. It is listened to before React runs, and what
 * the first view needs is read from the database before React is told: so that it renders once, with all of it.
 */
import { loadOwnOfTopic } from '@/components/hooks/use-own-of-topic';
import type { TopicAhead } from '@/components/hooks/use-topic-card';
import { listArrivals } from '@/lib/db/arrivals';
import { loadOwnOfArticle, type OwnOfArticle } from '@/lib/db/own-of-article';
import { loadTopic } from '@/lib/db/topics';
import type { FromCard, ToCard } from '@/lib/messages/card-port';
import type { ArticleFacts } from '@/lib/messages/page';
import { toArticle } from '@/lib/page/to-article';
import { todayOf } from '@/lib/time/format-date';
import { isToCard } from './is-to-card';

/** What was read ahead: the topic with what is the reader's, and what they have said of the article. */
export type ReadAhead = { subject: TopicAhead; own: OwnOfArticle };

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
  let early = first === '' ? null : { id: first, reading: readSubject(first) };
  // Where it fails, whoever awaits it hears so.
  early?.reading.catch(() => {});
  const listeners = new Set<() => void>();
  const tell = (next: Show | null) => {
    show = next;
    for (const changed of listeners) changed();
  };
  /** What was read early serves once: later it may have changed. */
  const takeSubject = (id: string) => {
    const reading = early?.id === id ? early.reading : readSubject(id);
    early = null;
    return reading;
  };
  const hear = async (message: unknown) => {
    if (!isToCard(message)) return;
    const turn = ++asked;
    if (message.type === 'hide') return tell(null);
    // Under way before the article's date is worked out.
    const subject = message.type === 'show' ? takeSubject(message.topic) : null;
    const article = toArticle(message.article, todayOf(new Date()));
    const ahead = subject && (await readAhead(subject, article));
    // It may have asked for something else meanwhile.
    if (turn === asked) tell({ ...message, article, ahead });
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

/** Null where the database does not answer: what reads it again says so. */
async function readAhead(
  reading: Promise<TopicAhead>,
  { url, canonical }: ArticleFacts,
): Promise<ReadAhead | null> {
  try {
    const [subject, own] = await Promise.all([reading, loadOwnOfArticle(url, canonical)]);
    return { subject, own };
  } catch {
    return null;
  }
}

async function readSubject(id: string): Promise<TopicAhead> {
  const topic = await loadTopic(id);
  if (topic === null) return { id, topic, own: null, arrivals: [] };
  const [own, arrivals] = await Promise.all([loadOwnOfTopic(topic), listArrivals(topic.id)]);
  return { id, topic, own, arrivals };
}
