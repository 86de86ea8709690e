import { useEffect, useState } from 'react';
import { callPage } from '@/lib/messages/call-page';
import type { PageMentions } from '@/lib/messages/page';

const NONE: PageMentions = { topics: [], inView: null };

/**
 * The topics of the page in a tab, in reading order, and the one in view: asked again after each scroll, as long as this
 * page can be seen itself. `visit` names the page in the tab; null while none answers, and then there are no topics.
 */
export function usePageMentions(tabId: number | null, visit: string | null): PageMentions {
  const [known, setKnown] = useState<{ of: string | null; mentions: PageMentions }>({
    of: null,
    mentions: NONE,
  });
  const isSeen = useSeen();
  useEffect(() => {
    if (tabId === null || visit === null || !isSeen) return;
    const life = new AbortController();
    const follow = async () => {
      for (let waits = false; !life.signal.aborted; waits = true) {
        const mentions = await callPage(tabId, 'pageMentions', { waits });
        if (!life.signal.aborted) setKnown({ of: visit, mentions });
      }
    };
    // The page has gone: `usePageState` says so, and there is nothing more to follow.
    follow().catch(() => {});
    return () => life.abort();
  }, [tabId, visit, isSeen]);
  return known.of === visit && visit !== null ? known.mentions : NONE;
}

function useSeen(): boolean {
  const [isSeen, setIsSeen] = useState(document.visibilityState === 'visible');
  useEffect(() => {
    const life = new AbortController();
    const see = () => setIsSeen(document.visibilityState === 'visible');
    document.addEventListener('visibilitychange', see, { signal: life.signal });
    return () => life.abort();
  }, []);
  return isSeen;
}
