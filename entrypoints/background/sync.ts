import { type Browser, browser } from 'wxt/browser';
import { listConnected } from '@/lib/vault/connections';
import { EDIT_ALARM, ROUND_ALARM, startEditAlarm, startRoundAlarm } from '@/lib/vault/round-alarm';
import { clearStaleProgress, runDueRounds } from '@/lib/vault/run-round';
import { keepIndex } from './keep-index';
import { unasked } from './unasked';

/** After the last keystroke that was saved. */
const PAUSE_MS = 10_000;

/** Sets what begins rounds by itself, at once on each start of the worker: alarms, the network, and edits (see `createEditTimer`). */
export function startSync(): void {
  browser.alarms.onAlarm.addListener((alarm) => unasked(onAlarm(alarm)));
  globalThis.addEventListener('online', () => unasked(makeRounds('online')));
  // Notes lie there where the reader chose the browser's account. Scripts on pages have no business with them; only
  // Chromium lets us say so.
  void browser.storage.sync.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
  unasked(clearStaleProgress());
}

/** The browser, or a new version of ours, has started. */
export async function onStart(): Promise<void> {
  if ((await listConnected()).length === 0) return;
  await startRoundAlarm();
  await makeRounds('start');
}

/**
 * What to call at each edit: a round follows 10 s after the last one. The worker may not live that long, so an alarm
 * stands behind the timer.
 */
export function createEditTimer(): () => Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return async () => {
    clearTimeout(timer);
    timer = setTimeout(() => unasked(makeRounds('edit')), PAUSE_MS);
    if ((await listConnected()).length > 0) await startEditAlarm();
    else clearTimeout(timer);
  };
}

async function onAlarm({ name }: Browser.alarms.Alarm): Promise<void> {
  if (name === EDIT_ALARM) await makeRounds('edit');
  if (name === ROUND_ALARM) await makeRounds('alarm');
}

/** What a round brings is then found by search. */
async function makeRounds(trigger: Parameters<typeof runDueRounds>[0]): Promise<void> {
  await runDueRounds(trigger);
  await keepIndex();
}
