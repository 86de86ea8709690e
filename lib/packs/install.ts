import { replacePack } from '@/lib/db/packs';
import { listTopics } from '@/lib/db/topics';
import type { Pack } from '@/lib/model/pack';
import { loadShippedPack } from './load-shipped';
import { computePublication, publishIndex } from './publish-index';

/**
 * Installs the shipped pack, or its new version, and publishes the term index of all packs. Whatever fails,
 * the former pack and index stand; notes are never touched. Resolves with the number of topics.
 */
export async function installPacks(): Promise<{ topics: number }> {
  return installPack(await loadShippedPack());
}

/** Installs one pack that has been read and checked; see `installPacks`. */
export async function installPack(pack: Pack): Promise<{ topics: number }> {
  // Compiled before anything is stored: a pack that cannot be compiled must not replace one that can.
  const others = (await listTopics()).filter((topic) => !pack.topics.includes(topic.id));
  const publication = await computePublication([...others, ...pack.contents]);
  await replacePack(pack);
  await publishIndex(publication);
  return { topics: publication.current.topics };
}

/**
 * Makes good what a killed worker or an emptied storage may have left undone: installs where nothing is
 * installed, and publishes the index where it is missing. Otherwise changes nothing.
 */
export async function ensureInstalled(): Promise<void> {
  const topics = await listTopics();
  if (topics.length === 0) await installPacks();
  else await publishIndex(await computePublication(topics));
}
