import { useCallback, useMemo, useState } from 'react';
import { i18n } from '#i18n';
import { useArticleDate } from '@/components/hooks/use-article-date';
import { valueOr } from '@/components/hooks/use-live';
import { useTopics } from '@/components/hooks/use-topics';
import { Composer } from '@/components/notes/Composer';
import { topicChoices } from '@/components/notes/topic-choices';
import { toSelectors } from '@/lib/anchor/to-selectors';
import type { FromCard } from '@/lib/messages/card-port';
import type { Note } from '@/lib/model/note';
import type { Topic } from '@/lib/model/pack';
import { NoteFrame } from './NoteFrame';
import { OwnNote } from './OwnNote';
import { Sized } from './Sized';
import type { ShowOf } from './session';
import { Visit } from './Visit';

const NO_TOPICS: Topic[] = [];

type Props = { show: ShowOf<'write'>; send: (message: FromCard) => void };

/**
 * A place to write a note on what is selected; the note itself once it is stored. Its draft waits where the popup keeps that
 * of this page: what was typed there goes on here, on this passage.
 */
export function WriteVisit({ show, send }: Props) {
  const { visit, selection: said, pageTopics } = show;
  const { article } = useArticleDate(show.article);
  const [made, setMade] = useState<Note | null>(null);
  const [topic, setTopic] = useState<string | null>(null);
  const selection = useMemo(() => ({ ...said, selectors: toSelectors(said.passage) }), [said]);
  const page = useMemo(
    () => article && { article, selection, topics: pageTopics },
    [article, selection, pageTopics],
  );
  const topics = valueOr(useTopics(), NO_TOPICS);
  const close = () => send({ type: 'close', visit });
  const hold = useCallback((holding: boolean) => send({ type: 'holding', visit, holding }), [send, visit]);

  if (topic !== null)
    // With the focus: the control that led there is gone.
    return <Visit show={{ ...show, type: 'show', topic, word: '', step: null, focus: true }} send={send} />;
  return (
    <Sized
      // The note takes the focus: the control that stored it is gone.
      key={made?.id}
      isReady={article !== null}
      takesFocus={show.focus}
      onHeight={(height, first) => send({ type: first ? 'shown' : 'height', visit, height })}
    >
      {made !== null && (
        <OwnNote id={made.id} ahead={made} onHolding={hold} onOpenTopic={setTopic} onClose={close} />
      )}
      {made === null && page !== null && (
        <NoteFrame heading={i18n.t('notes.composer.heading')} onClose={close}>
          <Composer
            place="card"
            page={page}
            topics={topicChoices(topics, pageTopics)}
            isOnPassage
            onHolding={hold}
            onMade={setMade}
          />
        </NoteFrame>
      )}
    </Sized>
  );
}
