import { useLayoutEffect } from 'react';
import type { Settings } from '@/lib/model/settings';

/** Puts the reader's theme on the root element; `system`, or null while it is not known, leaves the choice to the browser. */
export function useTheme(theme: Settings['theme'] | null): void {
  useLayoutEffect(() => {
    const root = document.documentElement;
    if (theme === null || theme === 'system') delete root.dataset.theme;
    else root.dataset.theme = theme;
  }, [theme]);
}
