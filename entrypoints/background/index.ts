import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { answerBackground } from '@/lib/messages/answer-background';
import { ensureInstalled, installPacks } from '@/lib/packs/install';
import { publishNews } from '@/lib/packs/publish-news';
import { readPlace } from '@/lib/panel/place';
import { showInPanel } from '@/lib/panel/show-in-panel';
import { runVaultRound } from '@/lib/vault/run-round';
import { stopRounds } from '@/lib/vault/stop-rounds';
import { createMenu, startLookUp } from './look-up';
import { startOmnibox } from './omnibox';
import { openPage } from './open-page';
import { stepMention } from './step-mention';
import { createEditTimer, onStart, startSync } from './sync';

// Every listener is set at once, on each start of the worker, and keeps nothing in memory: the worker may
// be killed at any await. A failed installation is made good at the next start, or by "Try again" (`reinstall`).
export default defineBackground(() => {
  const onEdit = createEditTimer();
  browser.runtime.onInstalled.addListener(() => {
    void installPacks();
    void createMenu();
    void onStart();
  });
  browser.runtime.onStartup.addListener(() => {
    void ensureInstalled();
    void onStart();
  });
  browser.commands.onCommand.addListener((command) => void stepMention(command));
  startLookUp();
  startOmnibox();
  answerBackground({
    openPage: (request, caller) => openPage(request, caller.tabId),
    openPanel: async ({ place }, caller) => {
      await showInPanel(readPlace(place), caller.windowId);
      return null;
    },
    reinstall: async () => ({ topics: (await installPacks()).topics }),
    syncNow: async ({ vault, isApproved }) => ({
      round: await runVaultRound({ vault, trigger: 'click', isApproved }),
    }),
    stopSync: () => {
      stopRounds();
      return null;
    },
    newsSeen: async () => {
      await publishNews();
      return null;
    },
    noteWritten: async () => {
      await onEdit();
      return null;
    },
  });
  startSync();
});
