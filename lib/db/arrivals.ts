import { withDatabase } from './with-database';

/** A statement that came with an update of its pack and has not been shown since. `statement` is its path inside the topic. */
export type ArrivalRow = { topic: string; statement: string; version: string; arrived: string };

/** What came to a topic and was not shown yet, as paths of statements inside it. */
export function listArrivals(topic: string): Promise<string[]> {
  return withDatabase(async ({ arrivals }) => {
    const rows = await arrivals.where('topic').equals(topic).toArray();
    return rows.map(({ statement }) => statement);
  });
}

/** The topics to which something came that was not shown yet, each once. */
export function listTopicsWithArrivals(): Promise<string[]> {
  return withDatabase(async ({ arrivals }) => (await arrivals.orderBy('topic').uniqueKeys()) as string[]);
}

/** Takes what was shown off the list; the rest of what came to the topic stays new. */
export function dropArrivals(topic: string, statements: readonly string[]): Promise<void> {
  return withDatabase(({ arrivals }) =>
    arrivals.bulkDelete(statements.map((statement): [string, string] => [topic, statement])),
  );
}
