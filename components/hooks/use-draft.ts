import { useCallback, useEffect, useRef, useState } from 'react';
import { type AppError, toAppError } from '@/lib/model/app-error';
import type { NoteDraft } from '@/lib/model/note';
import { dropDraft, loadDraft, saveDraft } from '@/lib/notes/draft';
import { dropCopy, keepCopy, loadCopy } from '@/lib/notes/draft-copy';
import { DraftWriter } from './draft-writer';

/** Unsaved text under a key. */
export type DraftHold<Draft extends NoteDraft> = {
  /** False until it is known whether there is one: nothing may be typed over it before. */
  loaded: boolean;
  /** What is being written; null where nothing is. */
  draft: Draft | null;
  /** Set when the text on screen could not be kept: it would be lost with the popup. */
  error: AppError | null;
  /**
   * Takes what was typed and keeps it; null gives it up. A function makes it of what was taken last (null: nothing, or it
   * was blank), also after another page has come. Resolves with what was taken, when nothing is left to write.
   */
  put: (draft: Draft | null | ((last: Draft | null) => Draft | null)) => Promise<Draft | null>;
};

type Held<Draft> = { key: string | null; draft: Draft | null; error: AppError | null };

/** What writes the drafts of one key, and the last of them. */
type Desk<Draft> = { writer: DraftWriter<Draft | null>; latest: Draft | null };

/**
 * The draft of a key (null: there is nothing to write about yet), kept in the database from the first keystroke on,
 * so that it is there again when the popup was closed. A draft that is blank (its text is, where nothing else is said)
 * is not kept.
 */
export function useDraft<Draft extends NoteDraft>(
  key: string | null,
  isBlank: (draft: Draft) => boolean = hasNoText,
): DraftHold<Draft> {
  const [held, setHeld] = useState<Held<Draft>>({ key: null, draft: null, error: null });
  /** By key: what is saved while another page comes gives up its own draft, not that of the other page. */
  const desks = useRef(new Map<string | null, Desk<Draft>>());

  useEffect(() => {
    if (key === null) return;
    const life = new AbortController();
    const settle = (draft: Draft | null, error: AppError | null) => {
      if (!life.signal.aborted) setHeld({ key, draft, error });
    };
    const own = new DraftWriter<Draft | null>(
      async (draft) => {
        await (draft === null ? dropDraft(key) : saveDraft(key, draft));
        if (desk.latest === draft) dropCopy(key);
      },
      (thrown) => {
        if (!life.signal.aborted) setHeld((now) => ({ ...now, error: toAppError(thrown) }));
      },
    );
    const desk: Desk<Draft> = { writer: own, latest: null };
    desks.current.set(key, desk);
    const copy = loadCopy(key);
    if (copy === null) {
      loadDraft(key).then(
        (draft) => {
          desk.latest ??= draft as Draft | null;
          settle(desk.latest, null);
        },
        // Not being able to read must not forbid to write: the error is said when keeping fails too.
        () => settle(null, null),
      );
    } else {
      // The last popup was closed before the database had it.
      desk.latest = copy.draft as Draft | null;
      settle(desk.latest, null);
      own.put(desk.latest);
    }
    window.addEventListener('pagehide', () => own.hurry(), { signal: life.signal });
    return () => {
      own.hurry();
      life.abort();
    };
  }, [key]);

  const put = useCallback(
    async (given: Parameters<DraftHold<Draft>['put']>[0]) => {
      const desk = desks.current.get(key);
      const draft = typeof given === 'function' ? given(desk?.latest ?? null) : given;
      setHeld((now) => (now.key === key ? { ...now, draft, error: null } : now));
      if (key === null || !desk) return draft;
      const kept = draft === null || isBlank(draft) ? null : draft;
      desk.latest = kept;
      keepCopy(key, kept);
      desk.writer.put(kept);
      await desk.writer.settle();
      return draft;
    },
    [key, isBlank],
  );

  const loaded = key !== null && held.key === key;
  return { loaded, draft: loaded ? held.draft : null, error: loaded ? held.error : null, put };
}

function hasNoText({ body }: NoteDraft): boolean {
  return body.trim() === '';
}
