import { useCallback, useEffect, useRef, useState } from 'react';
import { type AppError, toAppError } from '@/lib/model/app-error';
import type { NoteDraft } from '@/lib/model/note';
import { dropDraft, loadDraft, saveDraft } from '@/lib/notes/draft';
import { DraftWriter } from './draft-writer';
import { storeNote } from './store-note';

type Options = {
  /** Where the unsaved text is kept. */
  key: string;
  toDraft: (body: string) => NoteDraft;
  /** Called with true while there is text that was typed and not saved. */
  onHolding: (holding: boolean) => void;
};

/** A note being written, and how far its saving has come. */
type Writing = {
  body: string;
  /** `restored`: text that was left unsaved before; `typed`: changed now. */
  state: 'empty' | 'restored' | 'typed' | 'saving' | 'saved';
  error: AppError | null;
};

const EMPTY: Writing = { body: '', state: 'empty', error: null };

/** A note being written: kept as a draft with every keystroke, saved by `save`, and not lost when saving fails. */
export function useNoteWriting({ key, toDraft, onHolding }: Options) {
  const [writing, setWriting] = useState<Writing>(EMPTY);
  const latest = useRef({ toDraft, onHolding });
  latest.current = { toDraft, onHolding };

  const onError = useCallback(
    (thrown: unknown) => setWriting((now) => ({ ...now, error: toAppError(thrown) })),
    [],
  );
  const writer = useRef<DraftWriter<string> | null>(null);
  writer.current ??= new DraftWriter(async (body) => {
    if (body === '') await dropDraft(key);
    else await saveDraft(key, latest.current.toDraft(body));
  }, onError);

  useEffect(() => {
    let gone = false;
    loadDraft(key).then((draft) => {
      if (gone || !draft?.body) return;
      setWriting((now) =>
        now.state === 'empty' ? { body: draft.body, state: 'restored', error: null } : now,
      );
    }, onError);
    return () => {
      gone = true;
    };
  }, [key, onError]);

  const setBody = useCallback((body: string) => {
    setWriting({ body, state: body === '' ? 'empty' : 'typed', error: null });
    writer.current?.put(body);
    latest.current.onHolding(body.trim() !== '');
  }, []);

  const { body, state } = writing;
  const save = useCallback(async () => {
    if (body.trim() === '' || state === 'saving') return;
    setWriting({ body, state: 'saving', error: null });
    const failure = await storeNote(latest.current.toDraft(body));
    if (failure) {
      setWriting({ body, state: 'typed', error: failure });
      return;
    }
    setWriting({ body: '', state: 'saved', error: null });
    writer.current?.put('');
    latest.current.onHolding(false);
  }, [body, state]);

  return { writing, setBody, save };
}
