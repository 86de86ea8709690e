import { browser } from 'wxt/browser';
import { PEER_PATTERN_KEY } from '../storage-keys';

/** The source of the regular expression that the peers search with. */
export async function readPeerPattern(): Promise<string> {
  const found = await browser.storage.local.get(PEER_PATTERN_KEY);
  return found[PEER_PATTERN_KEY] as string;
}
