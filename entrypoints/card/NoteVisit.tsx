import { useCallback, useState } from 'react';
import type { FromCard } from '@/lib/messages/card-port';
import { OwnNote } from './OwnNote';
import { Sized } from './Sized';
import type { ShowOf } from './session';
import { Visit } from './Visit';

type Props = { show: ShowOf<'note'>; send: (message: FromCard) => void };

/** One showing of a note that stands on the page; its topics open in the note's place. */
export function NoteVisit({ show, send }: Props) {
  const { visit } = show;
  const [topic, setTopic] = useState<string | null>(null);
  const [isReady, setReady] = useState(false);
  const hold = useCallback((holding: boolean) => send({ type: 'holding', visit, holding }), [send, visit]);
  if (topic !== null)
    // With the focus: the control that led there is gone.
    return <Visit show={{ ...show, type: 'show', topic, word: '', step: null, focus: true }} send={send} />;
  return (
    <Sized
      isReady={isReady}
      takesFocus={show.focus}
      onHeight={(height, first) => send({ type: first ? 'shown' : 'height', visit, height })}
    >
      <OwnNote
        id={show.id}
        onReady={setReady}
        onHolding={hold}
        onOpenTopic={setTopic}
        onClose={() => send({ type: 'close', visit })}
      />
    </Sized>
  );
}
