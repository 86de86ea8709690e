/** One change of the small key of the index at a time: of two at once the later would name what the former removed. */
export async function withIndexLock(work: () => Promise<void>): Promise<void> {
  await navigator.locks.request('sidelight-index', work);
}
