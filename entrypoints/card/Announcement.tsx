import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { topicName } from '@/components/topic-names';
import type { Show } from './session';

/**
 * Says to a screen reader where a step from mention to mention has led: "Ascend 950, 1 of 7". Always there, and filled
 * after the card: a region that appears with its text in it is not read out.
 */
export function Announcement({ show }: { show: Show | null }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (show?.type !== 'show' || !show.step) return setSaid('');
    const name = show.ahead?.subject.topic ? topicName(show.ahead.subject.topic) : show.word;
    setSaid(i18n.t('card.step', [name, String(show.step.at), String(show.step.of)]));
  }, [show]);
  return (
    <p aria-live="polite" className="visually-hidden">
      {said}
    </p>
  );
}
