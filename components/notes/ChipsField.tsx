import { X } from 'lucide-react';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { i18n } from '#i18n';
import { foldForSearch } from '@/lib/model/fold-for-search';
import styles from './ChipsField.module.css';

/** Something that can be chosen, by id. */
export type Choice = { id: string; name: string };

/** Most suggestions in sight at once. */
const MOST_SHOWN = 6;

type Props = {
  label: string;
  placeholder: string;
  chosen: readonly Choice[];
  /** What can be chosen besides, best first. */
  options: readonly Choice[];
  /** What is typed becomes a choice of its own; else only the options can be chosen. */
  isOpen?: boolean;
  invalid?: boolean;
  describedBy?: string | undefined;
  onChoose: (ids: string[]) => void;
};

/**
 * Several choices as chips, and a field that adds one: typing or the down arrow shows suggestions, arrows move among
 * them, Enter (for open lists a comma, too) takes one, Backspace in the empty field takes the last chip away.
 */
export function ChipsField({
  label,
  placeholder,
  chosen,
  options,
  isOpen = false,
  invalid = false,
  describedBy,
  onChoose,
}: Props) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [isListed, setListed] = useState(false);
  const [active, setActive] = useState(0);
  const [said, setSaid] = useState('');
  const ids = chosen.map((choice) => choice.id);
  const typed = text.trim();
  const fits = (name: string) => foldForSearch(name).includes(foldForSearch(typed));
  const found = options
    .filter((option) => !ids.includes(option.id) && fits(option.name))
    .slice(0, MOST_SHOWN);
  // An open list is only hinted at: what is typed is taken as it is, unless a suggestion is gone to.
  const chosenAt = active - (isOpen ? 1 : 0);
  const isShown = isListed && found.length > 0;
  const optionId = (at: number) => `${id}-${at}`;

  const clear = () => {
    setText('');
    setListed(false);
    setActive(0);
  };
  const add = (choice: Choice) => {
    clear();
    if (ids.includes(choice.id)) return;
    setSaid(i18n.t('notes.chips.added', [choice.name]));
    onChoose([...ids, choice.id]);
  };
  const addTyped = () => {
    if (isOpen && typed !== '') add({ id: typed, name: typed });
  };
  const remove = (choice: Choice) => {
    setSaid(i18n.t('notes.chips.removed', [choice.name]));
    onChoose(ids.filter((one) => one !== choice.id));
    field.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const last = chosen.at(-1);
    if (event.key === 'Enter') {
      const option = isShown ? found[chosenAt] : undefined;
      const take = () => (option ? add(option) : addTyped());
      // The shortcut that saves has to find it taken.
      if (event.ctrlKey || event.metaKey) return flushSync(take);
      take();
    } else if (event.key === ',' && isOpen) addTyped();
    else if (event.key === 'ArrowDown') {
      const count = found.length + (isOpen ? 1 : 0);
      setActive(isShown ? (active + 1) % count : isOpen ? 1 : 0);
      setListed(true);
    } else if (event.key === 'ArrowUp' && isShown) {
      const count = found.length + (isOpen ? 1 : 0);
      setActive((active + count - 1) % count);
    } else if (event.key === 'Backspace' && text === '' && last) remove(last);
    else if (event.key === 'Escape' && (isShown || text !== '')) {
      event.stopPropagation();
      clear();
    } else return;
    event.preventDefault();
  };

  return (
    <div className={styles.row}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <div className={styles.field} data-invalid={invalid || undefined}>
        {chosen.length > 0 && (
          <ul className={styles.chips} aria-label={label}>
            {chosen.map((choice) => (
              <li key={choice.id} className={styles.chip}>
                <span dir="auto">{choice.name}</span>
                <button
                  type="button"
                  className={styles.remove}
                  aria-label={i18n.t('notes.chips.remove', [choice.name])}
                  onClick={() => remove(choice)}
                >
                  <X aria-hidden size={12} />
                </button>
              </li>
            ))}
          </ul>
        )}
        <input
          ref={field}
          id={id}
          type="text"
          role="combobox"
          className={styles.input}
          dir="auto"
          autoComplete="off"
          aria-autocomplete="list"
          aria-expanded={isShown}
          aria-controls={isShown ? `${id}-list` : undefined}
          aria-activedescendant={isShown && found[chosenAt] ? optionId(chosenAt) : undefined}
          aria-invalid={invalid}
          aria-describedby={describedBy}
          placeholder={chosen.length > 0 ? undefined : placeholder}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setListed(event.target.value.trim() !== '');
            setActive(0);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => {
            // What was typed is meant, also where the reader goes on to save at once.
            if (typed !== '' && isOpen) addTyped();
            else setListed(false);
          }}
        />
        {isShown && (
          <div role="listbox" id={`${id}-list`} aria-label={label} className={styles.list}>
            {found.map((option, at) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field that owns the list has the keys
              <div
                key={option.id}
                role="option"
                id={optionId(at)}
                tabIndex={-1}
                aria-selected={at === chosenAt}
                className={styles.option}
                dir="auto"
                // The focus stays in the field.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => add(option)}
              >
                {option.name}
              </div>
            ))}
          </div>
        )}
      </div>
      <span aria-live="polite" className="visually-hidden">
        {said}
      </span>
    </div>
  );
}
