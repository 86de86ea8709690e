import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { startMenu } from '@/entrypoints/background/menu';
import { noteByCommand } from '@/entrypoints/background/note-passage';

const TAB = 3;

/** A browser with one tab, whose page answers so; null where none answers. Gives what was asked and opened. */
function withPage(answer: { opened: boolean } | null) {
  const done: string[] = [];
  fakeBrowser.tabs.query = (async ({ url }: { url?: string }) => (url ? [] : [{ id: TAB }])) as never;
  fakeBrowser.tabs.sendMessage = (async (
    tab: number,
    { name }: { name: string },
    { frameId }: { frameId: number },
  ) => {
    done.push(`${name} of tab ${tab}, frame ${frameId}`);
    if (answer === null) throw new Error('Receiving end does not exist.');
    return { ok: true, value: answer };
  }) as never;
  fakeBrowser.tabs.create = (async ({ url }: { url: string }) =>
    done.push(new URL(url).pathname + new URL(url).search)) as never;
  return done;
}

const ASKED = `noteSelection of tab ${TAB}, frame 0`;
const POPUP = `/popup.html?tabId=${TAB}`;

describe('the command to note the selected passage', () => {
  it.each([
    { answer: { opened: true }, done: [ASKED], because: 'the card is open' },
    { answer: { opened: false }, done: [ASKED, POPUP], because: 'no visit runs, as on a site that is off' },
    { answer: null, done: [ASKED, POPUP], because: 'no script of ours is there' },
  ])('does $done: $because', async ({ answer, done }) => {
    const seen = withPage(answer);
    await noteByCommand('note-passage');
    expect(seen).toEqual(done);
  });

  it('is not taken for another', async () => {
    const seen = withPage({ opened: true });
    await noteByCommand('next-mention');
    expect(seen).toEqual([]);
  });

  it('is in the menu of a selection, too', async () => {
    const seen = withPage({ opened: true });
    let choose: (item: object, tab: object) => void = () => {};
    Object.assign(fakeBrowser.contextMenus, {
      onClicked: {
        addListener: (listen: typeof choose) => {
          choose = listen;
        },
      },
    });
    startMenu();
    choose({ menuItemId: 'note-passage', selectionText: 'words' }, { id: TAB });
    await vi.waitFor(() => expect(seen).toEqual([ASKED]));
  });
});
