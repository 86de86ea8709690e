import { browser } from 'wxt/browser';

/** Wakes the background every five minutes, for as long as a vault is connected. */
export const ROUND_ALARM = 'sidelight-round';

/** Wakes it once, some time after an edit, where its own timer did not live that long. */
export const EDIT_ALARM = 'sidelight-edit';

const EVERY_MINUTES = 5;
/** The least that Chromium grants. */
const EDIT_MINUTES = 0.5;

/** Makes sure that the five-minute alarm runs. One that does is left alone: setting it again would put it off. */
export async function startRoundAlarm(): Promise<void> {
  if (await browser.alarms.get(ROUND_ALARM)) return;
  await browser.alarms.create(ROUND_ALARM, { periodInMinutes: EVERY_MINUTES });
}

/** No alarm any more: without a vault there is nothing to wake for. */
export async function stopAlarms(): Promise<void> {
  await browser.alarms.clear(ROUND_ALARM);
  await browser.alarms.clear(EDIT_ALARM);
}

/** The floor under the timer of an edit. */
export async function startEditAlarm(): Promise<void> {
  await browser.alarms.create(EDIT_ALARM, { delayInMinutes: EDIT_MINUTES });
}

/** The edits that it was set for have been sent. */
export async function stopEditAlarm(): Promise<void> {
  await browser.alarms.clear(EDIT_ALARM);
}
