import type { SubmitEvent } from 'react';
import { useState } from 'react';
import { i18n } from '#i18n';
import { Fold } from '@/components/Fold';
import part from '@/components/PagePart.module.css';
import type { Target } from '@/lib/model/note';
import styles from './NotesOfPage.module.css';

type Props = {
  articles: readonly Pick<Target, 'canonical' | 'title'>[];
  onChoose: (address: string) => void;
};

/** Folded: the articles that the page at hand may be another address of, and a field for any other address. */
export function SameArticle({ articles, onChoose }: Props) {
  const [isUnfolded, setUnfolded] = useState(false);
  const [address, setAddress] = useState('');
  const paste = (event: SubmitEvent) => {
    event.preventDefault();
    onChoose(address.trim());
  };
  return (
    <Fold
      heading={<h2 className={part.heading}>{i18n.t('notes.apart.sameAs')}</h2>}
      onUnfold={() => setUnfolded(true)}
    >
      <p className={part.quiet}>{i18n.t('notes.apart.choose')}</p>
      {isUnfolded && articles.length > 0 && (
        <ul>
          {articles.map(({ canonical, title }) => (
            <li key={canonical}>
              <button type="button" className={styles.turn} onClick={() => onChoose(canonical)}>
                {title || canonical}
              </button>
            </li>
          ))}
        </ul>
      )}
      <form className={part.section} onSubmit={paste}>
        <label className={part.quiet}>
          {i18n.t('notes.apart.address')}{' '}
          <input
            type="url"
            required
            pattern="https?://.+"
            value={address}
            onChange={({ target }) => setAddress(target.value)}
          />
        </label>
        <button type="submit" className={styles.turn}>
          {i18n.t('notes.apart.join')}
        </button>
      </form>
    </Fold>
  );
}
