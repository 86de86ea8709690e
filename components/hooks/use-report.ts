import { useEffect, useRef, useState } from 'react';
import { type AppError, toAppError } from '@/lib/model/app-error';
import type { NoteDraft } from '@/lib/model/note';
import { createNote } from '@/lib/notes/write-note';
import { useDraft } from './use-draft';

/** A report of an error as it is being written: `body` says what is wrong. */
export type ReportDraft = NoteDraft & { source: string; withArticle: boolean };

type Options = {
  topic: string;
  /** The statement's path of ids in the topic. */
  at: string;
  /** Called with true while there is text that has not gone anywhere yet. */
  onHolding: (holding: boolean) => void;
};

/** A report being written: kept as a draft with every keystroke until it was copied or kept as a note at its statement. */
export function useReport({ topic, at, onHolding }: Options) {
  const fact = `${topic}/${at}`;
  const hold = useDraft(`report:${fact}`, isBlank);
  const [settled, setSettled] = useState<ReportDraft | null>(null);
  const [keeping, setKeeping] = useState<'no' | 'saving' | 'kept'>('no');
  const [failure, setFailure] = useState<AppError | null>(null);
  const empty = { target: null, topics: [topic], tags: [], body: '', fact, source: '', withArticle: false };
  const draft: ReportDraft = hold.draft ?? settled ?? empty;

  const latest = useRef(draft);
  latest.current = draft;

  const isHolding = hold.draft !== null && !isBlank(hold.draft);
  const holding = useRef(onHolding);
  holding.current = onHolding;
  useEffect(() => {
    if (!isHolding) return;
    holding.current(true);
    return () => holding.current(false);
  }, [isHolding]);

  const edit = (fields: Partial<ReportDraft>) => {
    setSettled(null);
    setKeeping('no');
    setFailure(null);
    void hold.put({ ...draft, ...fields });
  };
  /** It has gone somewhere: the text stays in sight, but is no longer a draft. */
  const settle = () => {
    setSettled(draft);
    void hold.put(null);
  };
  const keep = async () => {
    if (keeping !== 'no') return;
    setKeeping('saving');
    try {
      const { target, topics, tags, body, source } = draft;
      await createNote({ target, topics, tags, fact, body: [body.trim(), source.trim()].join('\n').trim() });
      // What was typed meanwhile is not in the note.
      if (latest.current !== draft) return;
      setKeeping('kept');
      settle();
    } catch (thrown) {
      setKeeping('no');
      setFailure(toAppError(thrown));
    }
  };
  return { isLoaded: hold.loaded, draft, edit, settle, keep, keeping, error: failure ?? hold.error };
}

function isBlank({ body, source }: ReportDraft): boolean {
  return body.trim() === '' && source.trim() === '';
}
