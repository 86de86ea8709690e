import type { KeyboardEvent } from 'react';

/** Hears Escape inside what it closes: that alone closes, not the card or the popup around it, and nothing while an input method composes. */
export function onEscape(close: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };
}
