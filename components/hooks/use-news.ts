import { listNews } from '@/lib/db/arrivals';
import { type Loaded, useLive } from './use-live';

/** What pack updates brought and the reader has not seen: paths of statements by topic, kept up to date. */
export function useNews(): Loaded<ReadonlyMap<string, string[]>> {
  return useLive(listNews, []);
}
