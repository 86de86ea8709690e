import { useState } from 'react';
import { i18n } from '#i18n';
import { ErrorNotice } from '@/components/ErrorNotice';
import { Fold } from '@/components/Fold';
import type { Loaded } from '@/components/hooks/use-live';
import { useLatestNotes, useMetNotes, useNotesOfPage } from '@/components/hooks/use-notes';
import { NoteList } from '@/components/notes/NoteList';
import { NotesOfPage } from '@/components/notes/NotesOfPage';
import part from '@/components/PagePart.module.css';
import type { Note } from '@/lib/model/note';
import { usePopup } from './popup-context';

const LATEST = 20;

/** The notes of this page, and, folded, the latest ones of other pages and topics. */
export function NotesHere() {
  const popup = usePopup();
  const { page, gone } = popup;
  const canonical = page?.article.canonical ?? null;
  const here = useNotesOfPage(canonical);
  const [isUnfolded, setUnfolded] = useState(false);
  const met = useMetNotes();
  const isHere = (note: Note) => canonical !== null && note.target?.canonical === canonical;

  const ofPage = gone.among(known(here), isHere, (a, b) => b.createdAt - a.createdAt);
  // Those of this page stand in sight already.
  const metElsewhere = gone.among(
    known(met).filter((note) => !isHere(note)),
    (note) => !isHere(note) && note.versions.length > 0,
    (a, b) => b.createdAt - a.createdAt,
  );
  const metCount = metElsewhere.filter((note) => note.versions.length > 0 && !gone.how(note.id)).length;

  return (
    <>
      {here.state === 'failed' && <ErrorNotice error={here.error} onRetry={here.retry} />}
      {page && <NotesOfPage article={page.article} notes={ofPage} around={popup} />}
      {metElsewhere.length > 0 && (
        <Fold
          heading={
            <h2 className={part.heading}>{i18n.t('popup.notes.met', metCount, [String(metCount)])}</h2>
          }
        >
          <NoteList notes={metElsewhere} canonical={canonical} around={popup} />
        </Fold>
      )}
      <Fold
        heading={<h2 className={part.heading}>{i18n.t('popup.notes.latest')}</h2>}
        onUnfold={() => setUnfolded(true)}
      >
        {isUnfolded && <LatestNotes canonical={canonical} isHere={isHere} />}
      </Fold>
    </>
  );
}

type LatestProps = { canonical: string | null; isHere: (note: Note) => boolean };

function LatestNotes({ canonical, isHere }: LatestProps) {
  const popup = usePopup();
  const latest = useLatestNotes(LATEST);
  const elsewhere = popup.gone.among(
    known(latest).filter((note) => !isHere(note)),
    (note) => !isHere(note),
    (a, b) => b.modifiedAt - a.modifiedAt,
  );
  if (latest.state === 'failed') return <ErrorNotice error={latest.error} onRetry={latest.retry} />;
  if (elsewhere.length > 0) return <NoteList notes={elsewhere} canonical={canonical} around={popup} />;
  return latest.state === 'ready' && <p className={part.quiet}>{i18n.t('popup.notes.noneLatest')}</p>;
}

function known(loaded: Loaded<Note[]>): readonly Note[] {
  return loaded.state === 'ready' ? loaded.value : [];
}
