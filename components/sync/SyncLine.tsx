import { i18n } from '#i18n';
import type { SyncState } from './sync-state';

type Props = {
  state: SyncState;
  className?: string | undefined;
  /** The reader is asked for something: the way to where it can be given. */
  onOpen: () => void;
};

/** How sync stands, in a few words; a control where the reader has something to do. */
export function SyncLine({ state, className, onOpen }: Props) {
  const words = describe(state);
  if (words === null) return null;
  if (state.state !== 'asks' && state.state !== 'failed') return <span>{words}</span>;
  return (
    <button type="button" className={className} onClick={onOpen}>
      {words}
    </button>
  );
}

function describe(state: SyncState): string | null {
  switch (state.state) {
    case 'never':
    case 'stopped':
      return null;
    case 'toSend':
      return i18n.t('sync.line.toSend', state.count);
    default:
      return i18n.t(`sync.line.${state.state}`);
  }
}
