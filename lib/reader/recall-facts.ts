import type { PageFacts } from '@/lib/messages/page';
import { addressOf } from '@/lib/page/address-of';
import { readPageFacts } from '@/lib/page/article-facts';
import type { Stage } from './stage';

/** So long after it was first asked of its article a page may be writing its head: one that goes to another address by itself does so late. */
const WRITING_MS = 4_000;

/**
 * What a page said of its article; when it was first asked at this address (milliseconds), and whether that is its last word. `root`: the
 * document's element then, which a script that writes another page over this one replaces.
 */
export type Recalled = { facts: PageFacts; root: WeakRef<Element>; since: number; isSettled: boolean };

/**
 * The facts of the article on a stage, as they were when first read at this address once its head was written: pages count and
 * rewrite in it later. The stage keeps them.
 */
export function recallFacts(stage: Stage): PageFacts {
  const { document, article } = stage;
  const { documentElement: root } = document;
  const now = performance.now();
  const isHere = article?.facts.url === addressOf(document) && article.root.deref() === root;
  if (isHere && article.isSettled) return article.facts;
  const since = isHere ? article.since : now;
  const facts = readPageFacts(document);
  stage.article = { facts, root: new WeakRef(root), since, isSettled: now - since >= WRITING_MS };
  return facts;
}
