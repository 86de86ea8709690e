import { useId } from 'react';
import { i18n } from '#i18n';
import { ErrorNotice } from '@/components/ErrorNotice';
import { useApart } from '@/components/hooks/use-apart';
import { useKeptFocus } from '@/components/hooks/use-kept-focus';
import part from '@/components/PagePart.module.css';
import type { ArticleFacts } from '@/lib/messages/page';
import type { Note } from '@/lib/model/note';
import { ownAddress } from '@/lib/page/canonical-address';
import { NoteList } from './NoteList';
import styles from './NotesOfPage.module.css';
import type { NoteSurroundings } from './note-surroundings';
import { SameArticle } from './SameArticle';

type Props = { article: ArticleFacts; notes: readonly Note[]; around: NoteSurroundings };

/**
 * The notes of the page at hand. Where some were made at another address of its article, the reader can say that it is
 * none; where other articles have notes, that it is the same as one of them.
 */
export function NotesOfPage({ article, notes, around }: Props) {
  const headingId = useId();
  const { isApart, joined, others, set, join, error } = useApart(article);
  const kept = useKeptFocus<HTMLDivElement>();
  const own = ownAddress(article.url);
  const isElsewhere = ({ target }: Note) =>
    target !== null && URL.canParse(target.url) && ownAddress(target.url) !== own;
  const canPart = own !== article.canonical && notes.some(isElsewhere);
  const same = others?.isAny && !isApart && joined === null && (
    <SameArticle articles={others.ofSite} onChoose={join} />
  );
  const isNothing = notes.length === 0 && !isApart && joined === null;
  const section = (
    <section aria-labelledby={headingId} className={part.section}>
      <h2 id={headingId} className={part.heading}>
        {i18n.t('popup.notes.ofPage')}
      </h2>
      {notes.length > 0 && <NoteList notes={notes} canonical={article.canonical} around={around} />}
      {joined !== null && (
        <p className={part.quiet}>
          {i18n.t('notes.apart.isJoined', [titleOf(notes) || joined])}{' '}
          <button type="button" className={styles.turn} onClick={() => join(null)}>
            {i18n.t('notes.apart.part')}
          </button>
        </p>
      )}
      {same}
      {joined === null && (isApart || canPart) && (
        <p className={part.quiet}>
          {i18n.t(isApart ? 'notes.apart.isApart' : 'notes.apart.isSame')}{' '}
          <button type="button" className={styles.turn} onClick={() => set(!isApart)}>
            {i18n.t(isApart ? 'notes.apart.join' : 'notes.apart.part')}
          </button>
        </p>
      )}
    </section>
  );
  return (
    <div {...kept} hidden={isNothing && !same}>
      {isNothing ? same : section}
      {error && <ErrorNotice error={error} />}
    </div>
  );
}

function titleOf([note]: readonly Note[]): string {
  return note?.target?.title ?? '';
}
