import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { listTopics } from '@/lib/db/topics';
import { loadPublished } from '@/lib/packs/load-published';
import { lookUp } from '@/lib/packs/look-up';
import type { PanelPlace } from '@/lib/panel/place';
import { showInPanel } from '@/lib/panel/show-in-panel';

const LOOK_UP = 'look-up';

/** Puts "Look up" into the menu of selections. Once at install: the browser keeps it, whenever the worker dies. */
export async function createMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: LOOK_UP, title: i18n.t('menu.lookUp'), contexts: ['selection'] });
}

/** Answers the menu: the panel opens at the topic that the selection means. */
export function startLookUp(): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText }, tab) => {
    if (menuItemId !== LOOK_UP) return;
    void showInPanel(findPlace(selectionText ?? ''), tab?.windowId);
  });
}

/** Where in the panel a text leads: to the topic that it means, else to a search for it. */
export async function findPlace(text: string): Promise<PanelPlace> {
  try {
    const id = lookUp(text, await listTopics(), await loadPublished());
    if (id !== null) return { view: 'topic', id, section: null };
  } catch {
    // Without the database the panel says so itself.
  }
  return { view: 'search', query: text };
}
