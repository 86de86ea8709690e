import { useEffect, useState } from 'react';
import type { Settings } from '@/lib/model/settings';
import { watchTheme } from '@/lib/settings/stored-theme';

/** The reader's theme, kept up to date from what was `read`. For a surface that needs no other setting. */
export function useStoredTheme(read: Settings['theme']): Settings['theme'] {
  const [theme, setTheme] = useState(read);
  useEffect(() => {
    const life = new AbortController();
    watchTheme(setTheme, life.signal);
    return () => life.abort();
  }, []);
  return theme;
}
