import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { showInPanel } from '@/lib/panel/show-in-panel';
import { findPlace } from './look-up';
import { notePassage } from './note-passage';

const LOOK_UP = 'look-up';
const NOTE = 'note-passage';

/** Puts our entries into the menu of selections. Once at install: the browser keeps them, whenever the worker dies. */
export async function createMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: LOOK_UP, title: i18n.t('menu.lookUp'), contexts: ['selection'] });
  browser.contextMenus.create({
    id: NOTE,
    title: i18n.t('menu.note'),
    contexts: ['selection'],
    documentUrlPatterns: ['http://*/*', 'https://*/*'],
  });
}

/** Answers the menu: the panel opens at the topic that the selection means, or a card beside it to write a note. */
export function startMenu(): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText }, tab) => {
    if (menuItemId === LOOK_UP) void showInPanel(findPlace(selectionText ?? ''), tab?.windowId);
    if (menuItemId === NOTE && tab?.id !== undefined) void notePassage(tab.id);
  });
}
