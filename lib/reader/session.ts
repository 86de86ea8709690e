/**
 * The life of the content script in one page: begins and ends visits as the reader's settings, the index
 * and the page's address change, answers the extension's own pages, and falls silent for good when the
 * extension is updated under it or something of ours fails; within a visit, when it fails a second time.
 */
import { loadIndex } from '@/lib/detect/load-index';
import { addressOf } from '@/lib/page/address-of';
import { DEFAULT_SETTINGS } from '@/lib/settings/default-settings';
import { isSiteOn } from '@/lib/settings/is-site-on';
import { createGuard } from './guard';
import { once } from './pace';
import type { ReaderPort, ReaderSettings } from './reader-port';
import { findStage, siteOf, waitForRoom } from './stage';
import { beginVisit, type Visit } from './visit';

/** How often a page asks whether its extension still lives. */
const ALIVE_CHECK_MS = 5_000;

/** Starts the reader in a document; it ends itself. */
export function startReader(document: Document, port: ReaderPort): void {
  const window = document.defaultView as Window & { navigation?: EventTarget };
  const life = new AbortController();
  const guard = createGuard(life.signal, () => life.abort());
  const { guarded, listen } = guard;
  let settings: ReaderSettings = DEFAULT_SETTINGS;
  let isOn = false;
  let current: { visit: Visit; generation: string; end: AbortController } | null = null;
  /** How often a visit that has failed is begun anew. */
  let chances = 1;
  const stage = findStage(document);
  let address = addressOf(stage.document);

  const endVisit = () => {
    current?.end.abort();
    current = null;
  };
  guard.atEnd(endVisit);
  const restart = () => {
    endVisit();
    apply();
  };

  const apply: () => Promise<void> = guarded(async () => {
    const known = current?.generation;
    const loaded = await port.load(known);
    // The visit ended meanwhile: its index is wanted again.
    if (known && !current) return apply();
    settings = loaded.settings;
    isOn = isSiteOn(siteOf(stage), settings.sites);
    const generation = isOn ? loaded.generation : null;
    if (generation && current?.generation === generation) current.visit.pageScan.repaint();
    else {
      endVisit();
      const { first } = loaded;
      const index = generation && first && loadIndex(Uint8Array.fromBase64(first.blob));
      if (!index || life.signal.aborted) return;
      const end = new AbortController();
      const inner = createGuard(end.signal, () => (port.isAlive() && chances-- ? restart() : guard.fail()));
      const visit = beginVisit(
        inner,
        document,
        stage,
        port,
        index,
        first.look,
        generation,
        () => settings,
        restart,
      );
      current = { visit, generation, end };
    }
    return current.visit.hearOfNotes(loaded.notes);
  });

  const check = guarded(() => {
    if (!port.isAlive()) return guard.fail();
    if (address === addressOf(stage.document)) return;
    address = addressOf(stage.document);
    return current?.visit.navigated();
  });

  const begin = guarded(async () => {
    // An empty tab, and the page around Chromium's PDF viewer: nothing in them can be read, and no answer is the
    // popup's sign for that.
    if (/^about|pdf$/.test(address + document.contentType)) return;
    await waitForRoom(stage);
    port.answer(
      async (call) =>
        (await import('./on-demand')).answerCall(
          call,
          document,
          stage,
          () => current?.visit,
          () => isOn,
        ),
      life.signal,
    );
    port.watch(apply);
    // Back from the back/forward cache: changes made meanwhile were not heard.
    listen(window, ['pageshow'], ({ persisted }) => persisted && apply());
    if (window.navigation) listen(window.navigation, ['currententrychange' as 'focus'], check);
    const checkOften = () => {
      check();
      guard.later(ALIVE_CHECK_MS, checkOften);
    };
    checkOften();
    // A page that the browser loads ahead may never be seen: nothing is done before it is.
    if ((document as Document & { prerendering?: boolean }).prerendering)
      await once(document, 'prerenderingchange');
    await apply();
  });
  begin();
}
