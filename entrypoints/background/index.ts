import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { answerBackground } from '@/lib/messages/answer-background';
import { ensureInstalled, installPacks } from '@/lib/packs/install';
import { openPage } from './open-page';
import { stepMention } from './step-mention';

// Every listener is set at once, on each start of the worker, and keeps nothing in memory: the worker may
// be killed at any await. A failed installation is made good at the next start, or by "Try again" (`reinstall`).
export default defineBackground(() => {
  browser.runtime.onInstalled.addListener(() => void installPacks());
  browser.runtime.onStartup.addListener(() => void ensureInstalled());
  browser.commands.onCommand.addListener((command) => void stepMention(command));
  answerBackground({
    openPage: (request, caller) => openPage(request, caller.tabId),
    reinstall: () => installPacks(),
  });
});
