import { useState } from 'react';
import type { PageState } from '@/lib/messages/page';
import { type AppError, toAppError } from '@/lib/model/app-error';
import type { Settings } from '@/lib/model/settings';
import { isSiteOn } from '@/lib/settings/is-site-on';
import { saveSettings } from '@/lib/settings/save-settings';
import { switchSite } from '@/lib/settings/switch-site';

/** The site of the page. */
export type Site = { host: string; on: boolean; onSwitch: (on: boolean) => void };

/** The site of a page, null where none is known, and why it could not be switched. `onSwitched` is called when it has been. */
export function useSite(
  page: PageState | null,
  settings: Settings | null,
  onSwitched: (host: string, on: boolean) => void,
): { site: Site | null; error: AppError | null } {
  const [error, setError] = useState<AppError | null>(null);
  const host = page && hostOf(page.article.url);
  if (host === null || settings === null) return { site: null, error };
  const onSwitch = async (on: boolean) => {
    try {
      await saveSettings(({ sites }) => ({ sites: switchSite(sites, host, on) }));
      setError(null);
      onSwitched(host, on);
    } catch (thrown) {
      setError(toAppError(thrown));
    }
  };
  const site = { host, on: isSiteOn(host, settings.sites), onSwitch: (on: boolean) => void onSwitch(on) };
  return { site, error };
}

function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') || null : null;
}
