import { ChevronRight } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { i18n } from '#i18n';
import { isFiltering, NO_FILTER, type NoteFilter } from '@/lib/model/note-query';
import type { Narrowing } from './hooks/use-search';
import styles from './SearchFilter.module.css';

/** Which notes a search may find, and in which order; folded away until it is asked for. */
export function SearchFilter(props: Narrowing) {
  const { filter, isOpen, onOpen } = props;
  const { topic, tag, site, from, to } = filter;
  const set = [topic, tag.trim(), site.trim(), from, to].filter(
    (part) => part !== null && part !== '',
  ).length;
  return (
    <details className={styles.filter} open={isOpen} onToggle={(event) => onOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>
        <ChevronRight aria-hidden size={14} className={styles.chevron} />
        {set === 0 ? i18n.t('popup.search.filter.heading') : i18n.t('popup.search.filter.on', set)}
      </summary>
      {isOpen && <Fields {...props} />}
    </details>
  );
}

function Fields({ filter, order, choices, onFilter, onOrder }: Narrowing) {
  const id = useId();
  const { topic, tag, site, from, to } = filter;
  const change = (part: Partial<NoteFilter>) => onFilter({ ...filter, ...part });
  return (
    <div className={styles.fields}>
      <Labelled id={`${id}-topic`} label={i18n.t('popup.search.filter.topic')}>
        <select
          id={`${id}-topic`}
          value={topic ?? ''}
          onChange={(event) => change({ topic: event.target.value || null })}
        >
          <option value="">{i18n.t('popup.search.filter.anyTopic')}</option>
          {choices.topics.map((each) => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
        </select>
      </Labelled>
      <Labelled id={`${id}-order`} label={i18n.t('popup.search.filter.order')}>
        <select
          id={`${id}-order`}
          value={order}
          onChange={(event) => onOrder(event.target.value === 'date' ? 'date' : 'relevance')}
        >
          <option value="relevance">{i18n.t('popup.search.filter.relevance')}</option>
          <option value="date">{i18n.t('popup.search.filter.date')}</option>
        </select>
      </Labelled>
      <Typed
        id={`${id}-tag`}
        label={i18n.t('popup.search.filter.tag')}
        value={tag}
        choices={choices.tags}
        onType={(text) => change({ tag: text })}
      />
      <Typed
        id={`${id}-site`}
        label={i18n.t('popup.search.filter.site')}
        value={site}
        choices={choices.sites}
        onType={(text) => change({ site: text })}
      />
      <Labelled id={`${id}-from`} label={i18n.t('popup.search.filter.from')}>
        <input
          id={`${id}-from`}
          type="date"
          value={from ?? ''}
          max={to ?? undefined}
          onChange={(event) => change({ from: event.target.value || null })}
        />
      </Labelled>
      <Labelled id={`${id}-to`} label={i18n.t('popup.search.filter.to')}>
        <input
          id={`${id}-to`}
          type="date"
          value={to ?? ''}
          min={from ?? undefined}
          onChange={(event) => change({ to: event.target.value || null })}
        />
      </Labelled>
      {isFiltering(filter) && (
        <button type="button" className={styles.clear} onClick={() => onFilter(NO_FILTER)}>
          {i18n.t('popup.search.filter.clear')}
        </button>
      )}
    </div>
  );
}

function Labelled({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div className={styles.labelled}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {children}
    </div>
  );
}

type TypedProps = {
  id: string;
  label: string;
  value: string;
  choices: readonly string[];
  onType: (text: string) => void;
};

function Typed({ id, label, value, choices, onType }: TypedProps) {
  return (
    <Labelled id={id} label={label}>
      <input
        id={id}
        type="text"
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        list={`${id}-choices`}
        value={value}
        onChange={(event) => onType(event.target.value)}
      />
      <datalist id={`${id}-choices`}>
        {choices.map((choice) => (
          <option key={choice} value={choice} />
        ))}
      </datalist>
    </Labelled>
  );
}
