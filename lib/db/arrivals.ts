import { readsOf } from './reads';
import { withDatabase } from './with-database';

/** A statement that came with an update of its pack and has not been shown since. `statement` is its path inside the topic. */
export type ArrivalRow = { topic: string; statement: string; version: string; arrived: string };

/** What came to a topic and was not shown yet, as paths of statements inside it. */
export async function listArrivals(topic: string, reads = readsOf()): Promise<string[]> {
  const rows = await reads.rows('arrivals', 'topic', [topic]);
  return rows.map(({ statement }) => statement);
}

/** The topics to which something came that was not shown yet, each once. */
export function listTopicsWithArrivals(): Promise<string[]> {
  return withDatabase(async ({ arrivals }) => (await arrivals.orderBy('topic').uniqueKeys()) as string[]);
}

/** Everything that came and was not shown yet: paths of statements by topic. */
export function listNews(): Promise<Map<string, string[]>> {
  return withDatabase(async ({ arrivals }) => {
    const news = new Map<string, string[]>();
    for (const { topic, statement } of await arrivals.toArray())
      news.set(topic, [...(news.get(topic) ?? []), statement]);
    return news;
  });
}

/** Takes what was shown off the list; the rest of what came to the topic stays new. Answers how much that is. */
export function dropArrivals(topic: string, statements: readonly string[]): Promise<number> {
  return withDatabase(async ({ arrivals }) => {
    await arrivals.bulkDelete(statements.map((statement): [string, string] => [topic, statement]));
    return arrivals.where('topic').equals(topic).count();
  });
}
