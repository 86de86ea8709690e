/** Opens the places where notes are written, each as its own page. */
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { App as Panel } from '@/entrypoints/sidepanel/App';
import { writePlace } from '@/lib/panel/write-place';
import { openCard } from './card/open-card';
import { ARTICLE } from './popup/open-popup';

/** Opens the card of a topic at its notes, on an article. */
export async function openCardNotes(): Promise<HTMLElement> {
  const { container, show } = openCard();
  const { url, title, language } = ARTICLE;
  show({ article: { url, linked: ARTICLE.canonical, title, language, isList: false, written: [] } });
  await userEvent.click(await screen.findByRole('button', { name: /^Notes/ }));
  return container;
}

/** Opens the side panel at the notes of a topic, beside a page that does not answer. */
export async function openPanelNotes(): Promise<HTMLElement> {
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockRejectedValue(new Error('Could not establish connection'));
  fakeBrowser.windows.getCurrent = (async () => ({ id: 3 })) as never;
  fakeBrowser.tabs.query = (async () => [{ id: 7 }]) as never;
  fakeBrowser.tabs.getCurrent = (async () => undefined) as never;
  const place = writePlace({ view: 'topic', id: 'huawei', section: 'notes' });
  history.replaceState(null, '', `/sidepanel.html${place}`);
  return render(<Panel />).container;
}
