import { useState } from 'react';
import { browser } from 'wxt/browser';
import { callBackground } from '@/lib/messages/call-background';
import type { AppError } from '@/lib/model/app-error';
import { useAttempt } from './use-attempt';

/** One thing to do about a lack, and how it goes. A second press while it is under way does nothing. */
export type Remedy = { isWorking: boolean; error: AppError | null; run: () => void };

/** Reloads a tab. */
export function useReload(tabId: number, onDone: () => void): Remedy {
  return useRemedy(async () => {
    await browser.tabs.reload(tabId);
    onDone();
  });
}

/** Installs the shipped packs again; `onDone` hears how many topics there now are. */
export function useReinstall(onDone: (topics: number) => void): Remedy {
  return useRemedy(async () => {
    const { topics } = await callBackground('reinstall', null);
    onDone(topics);
  });
}

function useRemedy(work: () => Promise<void>): Remedy {
  const [isWorking, setIsWorking] = useState(false);
  const { error, attempt } = useAttempt();
  const run = async () => {
    if (isWorking) return;
    setIsWorking(true);
    await attempt(work);
    setIsWorking(false);
  };
  return { isWorking, error, run: () => void run() };
}
