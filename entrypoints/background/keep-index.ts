import { browser } from 'wxt/browser';
import { indexNotes } from '@/lib/notes/index-notes';

/** Less than the 30 s after which Chromium ends a worker that calls nothing of the browser's. */
const AWAKE_MS = 20_000;

/** Puts the notes that wait into the index, awake until all are. Where it throws they go on waiting: search says how many. */
export async function keepIndex(): Promise<void> {
  const awake = setInterval(() => void browser.runtime.getPlatformInfo(), AWAKE_MS);
  try {
    await indexNotes();
  } finally {
    clearInterval(awake);
  }
}
