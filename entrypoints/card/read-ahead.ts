/** What the first view of a card needs, read from the database before React is told of it; of the first card before Dexie is loaded. */
import { loadOwnOfTopic } from '@/components/hooks/use-own-of-topic';
import type { TopicAhead } from '@/components/hooks/use-topic-card';
import { listArrivals } from '@/lib/db/arrivals';
import { openBare } from '@/lib/db/open-bare';
import { loadOwnOfArticle, type OwnOfArticle } from '@/lib/db/own-of-article';
import { type Reads, readsOf } from '@/lib/db/reads';
import { loadTopic } from '@/lib/db/topics';
import type { ArticleFacts } from '@/lib/messages/page';

/** The topic with what is the reader's, and what they have said of the article. */
export type ReadAhead = { subject: TopicAhead; own: OwnOfArticle };

/** A topic that is being read past Dexie; `reads` reads on in the same way, until `end`. */
export type Early = { id: string; reads: Promise<Reads>; subject: Promise<TopicAhead>; end: () => void };

/** Begins to read a topic of which it is not known yet beside which article it is to be shown. */
export function readEarly(id: string): Early {
  const bare = openBare();
  const reads = bare.then((opened) => opened ?? readsOf());
  const subject = reads.then((from) => readSubject(id, from));
  // Where it fails, whoever awaits it hears so.
  subject.catch(() => {});
  return { id, reads, subject, end: () => void bare.then((opened) => opened?.close()) };
}

/** Reads a topic and its article; `early`: what may have been begun. Null where the database does not answer: what reads it again says so. */
export async function readAhead(
  id: string,
  { url, canonical }: ArticleFacts,
  early: Early | null,
): Promise<ReadAhead | null> {
  const reads = early?.reads ?? Promise.resolve(readsOf());
  try {
    const [subject, own] = await Promise.all([
      early?.id === id ? early.subject : reads.then((from) => readSubject(id, from)),
      reads.then((from) => loadOwnOfArticle(url, canonical, from)),
    ]);
    return { subject, own };
  } catch {
    return null;
  }
}

async function readSubject(id: string, reads: Reads): Promise<TopicAhead> {
  const topic = await loadTopic(id, reads);
  if (topic === null) return { id, topic, own: null, arrivals: [] };
  const [own, arrivals] = await Promise.all([loadOwnOfTopic(topic, reads), listArrivals(topic.id, reads)]);
  return { id, topic, own, arrivals };
}
