import { useEffect, useState } from 'react';
import type { Settings } from '@/lib/model/settings';
import { watchTheme } from '@/lib/settings/stored-theme';

/**
 * The reader's theme, kept up to date; null until it is read, as `stored`. For a surface that needs no other setting.
 */
export function useStoredTheme(stored: Promise<Settings['theme']>): Settings['theme'] | null {
  const [theme, setTheme] = useState<Settings['theme'] | null>(null);
  useEffect(() => {
    const life = new AbortController();
    void stored.then((loaded) => {
      if (!life.signal.aborted) setTheme((newer) => newer ?? loaded);
    });
    watchTheme(setTheme, life.signal);
    return () => life.abort();
  }, [stored]);
  return theme;
}
