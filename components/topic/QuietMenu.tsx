import { Menu } from '@base-ui/react/menu';
import { useEffect, useRef } from 'react';
import { i18n } from '#i18n';
import { IconButton } from './IconButton';
import styles from './QuietMenu.module.css';

/** What a reader can quiet from a card. */
export type QuietChoice = 'notHere' | 'word' | 'topic' | 'site';

/** An entry of the menu and what it is called. */
export type QuietEntry = { choice: QuietChoice; label: string };

type Props = { entries: readonly QuietEntry[]; onChoose: (choice: QuietChoice) => void };

/**
 * The menu "Quiet…", which opens as it comes: it is fetched when its button is pressed. Whoever acts on a choice takes
 * the focus; else it goes back to the button.
 */
export function QuietMenu({ entries, onChoose }: Props) {
  const hasChosen = useRef(false);
  const trigger = useRef<HTMLButtonElement>(null);
  // Not `defaultOpen`, which gives the focus to no entry.
  useEffect(() => trigger.current?.click(), []);
  const choose = (choice: QuietChoice) => {
    hasChosen.current = true;
    onChoose(choice);
  };
  return (
    <Menu.Root
      modal={false}
      onOpenChange={(isOpen) => {
        if (isOpen) hasChosen.current = false;
      }}
    >
      <Menu.Trigger ref={trigger} render={<IconButton icon="quiet" label={i18n.t('card.quiet.open')} />} />
      <Menu.Portal>
        <Menu.Positioner
          className={styles.positioner}
          side="top"
          align="end"
          sideOffset={4}
          collisionPadding={8}
          positionMethod="fixed"
        >
          <Menu.Popup className={styles.menu} finalFocus={() => !hasChosen.current}>
            {entries.map(({ choice, label }) => (
              <Menu.Item key={choice} className={styles.item} onClick={() => choose(choice)}>
                {label}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
