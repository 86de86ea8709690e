import { useEffect, useState } from 'react';
import type { Settings } from '@/lib/model/settings';
import { loadSettings, watchSettings } from '@/lib/settings/settings-store';

/** The reader's settings, kept up to date; null until they are read, so that no surface paints a wrong theme first. */
export function useSettings(): Settings | null {
  const [settings, setSettings] = useState<Settings | null>(null);
  useEffect(() => {
    const life = new AbortController();
    void loadSettings().then((loaded) => {
      if (!life.signal.aborted) setSettings((newer) => newer ?? loaded);
    });
    watchSettings(setSettings, life.signal);
    return () => life.abort();
  }, []);
  return settings;
}
