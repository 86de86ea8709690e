import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { answerBackupAlarm, BACKUP_ALARM, resumeBackups, startBackupAlarm } from '@/lib/backups/backup-alarm';
import { renewLog } from '@/lib/db/renew-log';
import { answerBackground } from '@/lib/messages/answer-background';
import { publishAllPages, publishPages } from '@/lib/notes/publish-pages';
import { ensureInstalled, installPacks } from '@/lib/packs/install';
import { publishNews } from '@/lib/packs/publish-news';
import { readPlace } from '@/lib/panel/place';
import { showInPanel } from '@/lib/panel/show-in-panel';
import { runVaultRound } from '@/lib/vault/run-round';
import { stopRounds } from '@/lib/vault/stop-rounds';
import { keepIndex } from './keep-index';
import { createMenu, startMenu } from './menu';
import { noteByCommand } from './note-passage';
import { startOmnibox } from './omnibox';
import { openPage } from './open-page';
import { listPageNotes } from './page-notes';
import { stepMention } from './step-mention';
import { createEditTimer, onStart, startSync } from './sync';
import { unasked } from './unasked';

// Every listener is set at once, on each start of the worker, and keeps nothing in memory: the worker may
// be killed at any await. A failed installation is made good at the next start, or by "Try again" (`reinstall`).
export default defineBackground(() => {
  const onEdit = createEditTimer();
  browser.runtime.onInstalled.addListener(() => {
    unasked(installPacks().finally(renewLog));
    unasked(createMenu());
    unasked(publishAllPages(null));
    unasked(onStart());
    unasked(startBackupAlarm(new Date()));
  });
  browser.runtime.onStartup.addListener(() => {
    unasked(renewLog());
    unasked(ensureInstalled());
    unasked(publishAllPages(null));
    unasked(onStart());
    unasked(resumeBackups(new Date()));
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === BACKUP_ALARM) unasked(answerBackupAlarm(new Date()));
  });
  browser.commands.onCommand.addListener((command) => {
    unasked(stepMention(command));
    unasked(noteByCommand(command));
  });
  startMenu();
  startOmnibox();
  answerBackground({
    openPage: (request, caller) => openPage(request, caller.tabId),
    openPanel: async ({ place }, caller) => {
      await showInPanel(readPlace(place), caller.windowId);
      return null;
    },
    reinstall: async () => ({ topics: (await installPacks()).topics }),
    syncNow: async ({ vault, isApproved }) => {
      const round = await runVaultRound({ vault, trigger: 'click', isApproved });
      unasked(keepIndex());
      return { round };
    },
    stopSync: () => {
      stopRounds();
      return null;
    },
    newsSeen: async () => {
      await publishNews();
      return null;
    },
    noteWritten: async ({ pages }) => {
      unasked(keepIndex());
      const now = Date.now();
      // None waits for another: the folder of backups may answer late, or refuse.
      await Promise.all([
        pages === null ? publishAllPages(now) : publishPages(pages, now),
        onEdit(),
        startBackupAlarm(new Date(now)),
      ]);
      return null;
    },
    indexNotes: () => {
      unasked(keepIndex());
      return null;
    },
    notesOfPage: async (page, caller) => ({ notes: await listPageNotes(page, caller.url) }),
  });
  startSync();
  unasked(keepIndex());
});
