import { browser } from 'wxt/browser';
import type { PackChange } from '@/lib/db/diff-topics';
import { replacePack } from '@/lib/db/packs';
import { listPacks, listTopics } from '@/lib/db/topics';
import type { Pack } from '@/lib/model/pack';
import { idsOf } from '@/lib/model/topic-ids';
import { liftQuietedTopics } from '@/lib/settings/quieted';
import { saveSettings } from '@/lib/settings/save-settings';
import { loadSettings } from '@/lib/settings/settings-store';
import { compilePublication, type Publication } from './compile-publication';
import { loadShippedIndex, loadShippedPack } from './load-shipped';
import { isPublished, publishIndex } from './publish-index';

/** What an installation came to: how many topics the index now finds, and what has changed among those of the pack. */
export type Installed = { topics: number; change: PackChange };

/**
 * Installs the shipped pack, or its new version, and publishes the term index of all packs. Whatever fails, the former
 * pack and index stand; notes are never touched.
 */
export async function installPacks(): Promise<Installed> {
  const [pack, index] = await Promise.all([loadShippedPack(), loadShippedIndex()]);
  return installPack(pack, index);
}

/** Installs one pack that has been read and checked; see `installPacks`. `index`: that of this pack alone, where it is at hand. */
export async function installPack(pack: Pack, index?: Publication): Promise<Installed> {
  const others = (await listTopics()).filter((topic) => !pack.topics.includes(topic.id));
  // Compiled before anything is stored: a pack that cannot be compiled must not replace one that can.
  const publication =
    index && others.length === 0 ? index : await compilePublication([...others, ...pack.contents]);
  const change = await replacePack(pack);
  await liftHidden(pack, change);
  await publishIndex(publication, await describePacks());
  return { topics: publication.current.topics, change };
}

/** Topics that the reader quieted until there is news are shown again where there is some. */
async function liftHidden({ contents }: Pack, { added, changed }: PackChange): Promise<void> {
  const news = new Set([...added, ...changed].flatMap(({ topic, came }) => (came.length > 0 ? topic : [])));
  const ids = contents.flatMap((topic) => (news.has(topic.id) ? idsOf(topic) : []));
  const { quieted } = await loadSettings();
  if (liftQuietedTopics(quieted, ids).length < quieted.length)
    await saveSettings((stored) => ({ quieted: liftQuietedTopics(stored.quieted, ids) }));
}

/**
 * Makes good what a killed worker or an emptied storage may have left undone: installs where nothing is installed, and
 * publishes the index where it is missing or belongs to other packs. Otherwise changes nothing.
 */
export async function ensureInstalled(): Promise<void> {
  const packs = await listPacks();
  if (packs.length === 0) await installPacks();
  else if (!(await isPublished(await describePacks())))
    await publishIndex(await compilePublication(await listTopics()), await describePacks());
}

/** The installed packs with their versions, as compiled by this version of Sidelight. */
async function describePacks(): Promise<string> {
  const packs = (await listPacks()).map(({ id, version }) => `${id} ${version}`);
  return [browser.runtime.getManifest().version, ...packs.sort()].join(', ');
}
