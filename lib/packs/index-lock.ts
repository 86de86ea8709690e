/**
 * One change of the small key of the index at a time: of two at once, the later could name what the earlier has
 * removed.
 */
export async function withIndexLock(work: () => Promise<void>): Promise<void> {
  await navigator.locks.request('sidelight-index', work);
}
