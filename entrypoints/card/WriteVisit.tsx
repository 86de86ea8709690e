import { useCallback, useMemo, useState } from 'react';
import { useArticleDate } from '@/components/hooks/use-article-date';
import { toSelectors } from '@/lib/anchor/to-selectors';
import type { FromCard } from '@/lib/messages/card-port';
import { OwnNote } from './OwnNote';
import { PassageComposer } from './PassageComposer';
import { Sized } from './Sized';
import type { ShowOf } from './session';
import { Visit } from './Visit';

type Props = { show: ShowOf<'write'>; send: (message: FromCard) => void };

/** A place to write a note on what is selected; the note itself once it is stored. */
export function WriteVisit({ show, send }: Props) {
  const { visit, selection: said } = show;
  const { article } = useArticleDate(show.article);
  const [made, setMade] = useState<string | null>(null);
  const [topic, setTopic] = useState<string | null>(null);
  const selection = useMemo(() => ({ ...said, selectors: toSelectors(said.passage) }), [said]);
  const close = () => send({ type: 'close', visit });
  const hold = useCallback((holding: boolean) => send({ type: 'holding', visit, holding }), [send, visit]);

  if (topic !== null)
    return <Visit show={{ ...show, type: 'show', topic, word: '', step: null }} send={send} />;
  return (
    <Sized
      isReady={article !== null}
      takesFocus={show.focus}
      onHeight={(height, first) => send({ type: first ? 'shown' : 'height', visit, height })}
    >
      {made !== null && <OwnNote id={made} onHolding={hold} onOpenTopic={setTopic} onClose={close} />}
      {made === null && article !== null && (
        <PassageComposer
          article={article}
          selection={selection}
          pageTopics={show.pageTopics}
          onHolding={hold}
          onMade={(id) => {
            hold(false);
            setMade(id);
          }}
          onClose={close}
        />
      )}
    </Sized>
  );
}
