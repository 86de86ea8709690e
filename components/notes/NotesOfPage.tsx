import { useId } from 'react';
import { i18n } from '#i18n';
import { ErrorNotice } from '@/components/ErrorNotice';
import { useApart } from '@/components/hooks/use-apart';
import part from '@/components/PagePart.module.css';
import type { ArticleFacts } from '@/lib/messages/page';
import type { Note } from '@/lib/model/note';
import { ownAddress } from '@/lib/page/canonical-address';
import { NoteList } from './NoteList';
import styles from './NotesOfPage.module.css';
import type { NoteSurroundings } from './note-surroundings';

type Props = { article: ArticleFacts; notes: readonly Note[]; around: NoteSurroundings };

/** The notes of the page at hand; where some were made at another address of its article, the reader can say that it is none. */
export function NotesOfPage({ article, notes, around }: Props) {
  const headingId = useId();
  const { isApart, set, error } = useApart(article);
  const own = ownAddress(article.url);
  const isElsewhere = ({ target }: Note) =>
    target !== null && URL.canParse(target.url) && ownAddress(target.url) !== own;
  const canPart = own !== article.canonical && notes.some(isElsewhere);
  if (notes.length === 0 && !isApart) return null;
  return (
    <section aria-labelledby={headingId} className={part.section}>
      <h2 id={headingId} className={part.heading}>
        {i18n.t('popup.notes.ofPage')}
      </h2>
      {notes.length > 0 && <NoteList notes={notes} canonical={article.canonical} around={around} />}
      {(isApart || canPart) && (
        <p className={part.quiet}>
          {i18n.t(isApart ? 'notes.apart.isApart' : 'notes.apart.isSame')}{' '}
          <button type="button" className={styles.turn} onClick={() => set(!isApart)}>
            {i18n.t(isApart ? 'notes.apart.join' : 'notes.apart.part')}
          </button>
        </p>
      )}
      {error && <ErrorNotice error={error} />}
    </section>
  );
}
