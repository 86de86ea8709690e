import { useCallback, useEffect, useMemo, useState } from 'react';
import { dropArrivals, listArrivals } from '@/lib/db/arrivals';
import { callBackground } from '@/lib/messages/call-background';

const NONE: ReadonlySet<string> = new Set();

/**
 * What a pack update brought to a topic and the reader has not seen, as paths of statements, and how one is marked as
 * seen. The set stays as it was when the topic was opened: what is seen is not new the next time. A store that does not
 * answer has nothing new. `ahead`: what was read before of the first topic.
 */
export function useArrivals(
  topic: string | null,
  ahead?: readonly string[],
): {
  arrivals: ReadonlySet<string>;
  onSeen: (statement: string) => void;
} {
  const [found, setFound] = useState<{ topic: string | null; arrivals: ReadonlySet<string> }>(() => ({
    topic: ahead ? topic : null,
    arrivals: new Set(ahead),
  }));
  const isKnown = topic === null || topic === found.topic;
  useEffect(() => {
    let isGone = false;
    if (!isKnown) {
      listArrivals(topic).then(
        (statements) => !isGone && setFound({ topic, arrivals: new Set(statements) }),
        () => {},
      );
    }
    return () => {
      isGone = true;
    };
  }, [topic, isKnown]);
  const onSeen = useCallback(
    (statement: string) => {
      if (topic !== null) see(topic, statement).catch(() => {});
    },
    [topic],
  );
  const arrivals = found.topic === topic ? found.arrivals : NONE;
  return useMemo(() => ({ arrivals, onSeen }), [arrivals, onSeen]);
}

/** Where it cannot be kept, it is new once more: nothing is lost. */
async function see(topic: string, statement: string): Promise<void> {
  if ((await dropArrivals(topic, [statement])) === 0) await callBackground('newsSeen', null);
}
