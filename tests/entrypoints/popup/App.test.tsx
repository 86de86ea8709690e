import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { database } from '@/lib/db/database';
import { indexChunk } from '@/lib/db/note-index';
import { replacePack } from '@/lib/db/packs';
import type { Envelope } from '@/lib/messages/envelope';
import { createNote, hideNote } from '@/lib/notes/write-note';
import { saveSettings } from '@/lib/settings/save-settings';
import { loadSettings } from '@/lib/settings/settings-store';
import { findViolations } from '../../axe';
import { makeDraft, makePack, makeTarget, makeTopic } from '../../builders';
import { emptyDatabaseBeforeEach } from '../../stored';
import { ARTICLE, makePage, openPopup, TAB } from './open-popup';

emptyDatabaseBeforeEach();
beforeEach(async () => {
  const huawei = makeTopic({
    names: [
      { text: 'Huawei', lang: 'en' },
      { text: '华为', lang: 'zh' },
    ],
  });
  await replacePack(makePack([huawei, makeTopic({ id: 'nvidia', group: 'nvidia' })]));
});
afterEach(() => vi.restoreAllMocks());

describe('the site of the page', () => {
  it('is switched off and on again in one click, and says so', async () => {
    await openPopup(makePage());
    const toggle = await screen.findByRole('switch', { name: 'Sidelight on news.example' });
    expect(toggle).toBeChecked();
    await userEvent.click(toggle);
    await waitFor(() => expect(toggle).not.toBeChecked());
    expect((await loadSettings()).sites.off).toEqual(['news.example']);
    expect(screen.getByText('Sidelight is off for news.example')).toBeTruthy();

    await userEvent.click(screen.getByRole('button', { name: 'Switch on' }));
    await waitFor(() => expect(toggle).toBeChecked());
    expect((await loadSettings()).sites.off).toEqual([]);
    expect(await screen.findByRole('heading', { name: 'On this page' })).toBeVisible();
    // The button that was pressed is gone.
    expect(document.body).not.toHaveFocus();
  });

  it('joins the list of sites where Sidelight runs only on some', async () => {
    await saveSettings({ sites: { mode: 'only', off: [], on: [] } });
    await openPopup(makePage({ running: 'off', topics: [] }));
    await userEvent.click(await screen.findByRole('switch', { name: 'Sidelight on news.example' }));
    await waitFor(async () => expect((await loadSettings()).sites.on).toEqual(['news.example']));
  });
});

describe('a topic that another one was merged into', () => {
  beforeEach(async () => {
    const huawei = makeTopic({ relations: [{ type: 'competes-with', topic: 'nvda', status: 'happened' }] });
    await replacePack(makePack([huawei, makeTopic({ id: 'nvidia', facts: [], formerIds: ['nvda'] })]));
  });

  it('names the notes written under the id of before, and holds them', async () => {
    await createNote(makeDraft({ topics: ['nvda'], body: 'Ask for the price' }));
    await openPopup(makePage());
    await userEvent.click(await screen.findByRole('heading', { name: 'Latest notes' }));
    const note = await screen.findByRole('article', { name: 'Ask for the price' });
    await userEvent.click(within(note).getByRole('button', { name: 'Nvidia' }));
    const card = await screen.findByRole('article', { name: 'Nvidia' });
    expect(await within(card).findByRole('button', { name: 'Notes (1)' })).toBeVisible();
  });

  it('is where relations to the id of before lead', async () => {
    await openPopup(makePage());
    await userEvent.click(await screen.findByRole('button', { name: 'Huawei 4 mentions' }));
    const card = await screen.findByRole('article', { name: 'Huawei' });
    await userEvent.click(within(card).getByRole('button', { name: 'Background' }));
    await userEvent.click(await within(card).findByRole('button', { name: 'Nvidia' }));
    expect(await screen.findByRole('article', { name: 'Nvidia' })).toBeVisible();
  });
});

describe('the topics of the page', () => {
  it('open as cards of the article’s day, and lead back to where the reader was', async () => {
    await openPopup(makePage());
    const row = await screen.findByRole('button', { name: 'Huawei 4 mentions' });
    await userEvent.click(row);
    const card = await screen.findByRole('article', { name: 'Huawei' });
    expect(within(card).getByText('Known on 2 Oct 2025')).toBeVisible();
    expect(within(card).getByRole('heading', { name: 'Huawei' })).toHaveFocus();
    await userEvent.click(within(card).getByRole('button', { name: 'Back to the overview' }));
    expect(screen.getByRole('button', { name: 'Huawei 4 mentions' })).toHaveFocus();
  });

  it('lead to their mention on the page', async () => {
    const { calls } = await openPopup(makePage());
    await userEvent.click(await screen.findByRole('button', { name: 'Show Nvidia on the page' }));
    expect(calls).toContainEqual({ name: 'scrollToMention', request: { topic: 'nvidia' } });
    await waitFor(() => expect(fakeBrowser.tabs.update).toHaveBeenCalledWith(TAB, { active: true }));
  });

  it('say when the mention has gone', async () => {
    await openPopup(makePage(), { found: false });
    await userEvent.click(await screen.findByRole('button', { name: 'Show Nvidia on the page' }));
    expect(await screen.findAllByText('Nvidia does not stand on the page any more.')).not.toEqual([]);
    expect(fakeBrowser.tabs.update).not.toHaveBeenCalled();
  });

  it('are in a popup that axe finds nothing in', async () => {
    const { container } = await openPopup(makePage());
    await screen.findByRole('button', { name: 'Huawei 4 mentions' });
    expect(await findViolations(container)).toEqual([]);
  });
});

describe('search', () => {
  it('finds a topic by its name in another language and opens it by Enter', async () => {
    await openPopup(makePage());
    await screen.findByRole('button', { name: 'Huawei 4 mentions' });
    await userEvent.keyboard('华为');
    expect((await screen.findByRole('option', { name: /^Huawei/ })).getAttribute('aria-selected')).toBe(
      'true',
    );
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByRole('article', { name: 'Huawei' })).toBeVisible();
  });

  it('goes from topics to notes by the arrow keys and opens the note', async () => {
    await createNote(makeDraft({ body: 'Nvidia keeps its software lead', target: makeTarget() }));
    const { container } = await openPopup(makePage());
    await screen.findByRole('button', { name: 'Huawei 4 mentions' });
    await userEvent.keyboard('nvidia');
    const note = await screen.findByRole('option', { name: /software lead/ });
    await userEvent.keyboard('{ArrowDown}');
    expect(note.getAttribute('aria-selected')).toBe('true');
    expect(screen.getByRole('combobox').getAttribute('aria-activedescendant')).toBe(note.id);
    expect(await findViolations(container)).toEqual([]);
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByRole('article', { name: 'Nvidia keeps its software lead' })).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Back' }));
    expect(screen.getByRole('combobox')).toHaveFocus();
  });

  it('says of a note that it opened, and that is deleted elsewhere, that it is gone', async () => {
    const { id } = await createNote(makeDraft({ body: 'Nvidia keeps its software lead' }));
    await openPopup(makePage());
    await screen.findByRole('button', { name: 'Huawei 4 mentions' });
    await userEvent.keyboard('software');
    await userEvent.click(await screen.findByRole('option', { name: /software lead/ }));
    await screen.findByRole('article', { name: 'Nvidia keeps its software lead' });
    await hideNote(id);
    expect(await screen.findByText('This note is not there any more.')).toBeVisible();
  });

  it('is narrowed down to a tag, also without a word', async () => {
    await createNote(makeDraft({ body: 'Memory of the chip', tags: ['HBM'] }));
    await createNote(makeDraft({ body: 'Memory of the day' }));
    await openPopup(makePage());
    await userEvent.keyboard('memory');
    expect(await screen.findAllByRole('option', { name: /^Memory/ })).toHaveLength(2);
    await userEvent.click(screen.getByText('Filter'));
    await userEvent.type(await screen.findByRole('combobox', { name: 'Tag' }), 'hb');
    await waitFor(() => expect(screen.getAllByRole('option', { name: /^Memory/ })).toHaveLength(1));
    await userEvent.click(screen.getByRole('button', { name: 'Clear the search' }));
    expect(await screen.findByRole('option', { name: /^Memory of the chip/ })).toBeVisible();
    expect(screen.queryByRole('option', { name: /^Memory of the day/ })).toBeNull();
  });

  it('says how many notes wait, and asks for them to be indexed', async () => {
    const asked = vi.spyOn(fakeBrowser.runtime, 'sendMessage');
    const { id } = await createNote(makeDraft({ body: 'Memory' }));
    await database.fresh.clear();
    await database.unindexed.put({ id, mark: 0 });
    await openPopup(makePage());
    await userEvent.keyboard('memory');
    expect(await screen.findByText(/^Still indexing 1 note/)).toBeVisible();
    expect(asked).toHaveBeenCalledWith({ sidelight: 1, name: 'indexNotes', request: null });
    await indexChunk();
    expect(await screen.findByRole('option', { name: /^Memory/ })).toBeVisible();
    expect(screen.queryByText(/^Still indexing/)).toBeNull();
  });

  it('asks again while the number of those that wait stands still', async () => {
    const asked = vi.spyOn(fakeBrowser.runtime, 'sendMessage');
    const countAsked = () =>
      asked.mock.calls.filter(([message]) => (message as unknown as Envelope).name === 'indexNotes').length;
    const { id } = await createNote(makeDraft({ body: 'Memory' }));
    await database.fresh.clear();
    await database.unindexed.put({ id, mark: 0 });
    await openPopup(makePage());
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    await userEvent.keyboard('memory');
    expect(await screen.findByText(/^Still indexing 1 note/)).toBeVisible();
    expect(countAsked()).toBe(1);
    await vi.advanceTimersByTimeAsync(61_000);
    expect(countAsked()).toBe(3);
    await indexChunk();
    await vi.waitFor(() => expect(screen.queryByText(/^Still indexing/)).toBeNull());
    await vi.advanceTimersByTimeAsync(61_000);
    expect(countAsked()).toBe(3);
  });

  it('begins with what is selected on the page', async () => {
    const selectors = makeSelectors('Huawei');
    await openPopup(makePage({ selection: { text: ' Huawei\n', selectors } }));
    await waitFor(() => expect(screen.getByRole('combobox')).toHaveValue('Huawei'));
    expect(await screen.findByRole('option', { name: /^Huawei/ })).toBeVisible();
  });

  it('says when nothing matches, and is cleared by Escape', async () => {
    await openPopup(makePage());
    await screen.findByRole('button', { name: 'Huawei 4 mentions' });
    await userEvent.keyboard('zzz');
    expect(await screen.findByText('No topic and no note matches.')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    expect(screen.getByRole('combobox', { name: 'Search topics and notes' })).toHaveValue('');
    expect(screen.getByRole('button', { name: 'Huawei 4 mentions' })).toBeVisible();
  });
});

describe('where there is no page to read', () => {
  it('says why, and search and notes work all the same', async () => {
    const { container } = await openPopup(null);
    const said = await screen.findByText(/^Sidelight cannot read this page\./);
    expect(said).toBeVisible();
    for (const place of ['Browser pages', 'the extension store', 'PDF files', 'reader mode'])
      expect(said).toHaveTextContent(place);
    expect(screen.queryByRole('switch')).toBeNull();
    await userEvent.type(await screen.findByRole('combobox', { name: 'Topics' }), 'nvid{Enter}');
    await userEvent.type(screen.getByRole('textbox', { name: 'Your note' }), 'Written anywhere');
    expect(await findViolations(container)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Save note' }));
    await screen.findByText('Saved');
    expect(await database.notes.toArray()).toMatchObject([
      { body: 'Written anywhere', target: null, topics: ['nvidia'] },
    ]);
    await userEvent.type(screen.getByRole('combobox', { name: 'Search topics and notes' }), 'anywhere');
    expect(await screen.findByRole('option', { name: /^Written anywhere/ })).toBeVisible();
  });

  it('says that nothing is installed, and installs', async () => {
    const ask = vi
      .spyOn(fakeBrowser.runtime, 'sendMessage')
      .mockResolvedValue({ ok: true, value: { topics: 16 } } as never);
    await openPopup(makePage({ running: 'no-index', topics: [] }));
    expect(await screen.findByText(/^No topics are installed yet/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('16 topics installed')).toBeTruthy();
    expect(ask).toHaveBeenCalledWith({ sidelight: 1, name: 'reinstall', request: null });
  });

  it('says that the store is refused, and tries again', async () => {
    const open = vi
      .spyOn(database.topics, 'toArray')
      .mockRejectedValueOnce(new DOMException('denied', 'SecurityError'));
    await openPopup(makePage());
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('This browser does not let Sidelight open its store.');
    open.mockRestore();
    await userEvent.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('button', { name: 'Huawei 4 mentions' })).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

it('says until when the newest facts of the pack reach, and leads to the options', async () => {
  const others = [
    makeTopic({ id: 'nvidia', knownUntil: '2026-07' }),
    makeTopic({ id: 'amd', knownUntil: '2025' }),
  ];
  await replacePack(makePack([makeTopic(), ...others]));
  const openOptions = vi.fn().mockResolvedValue(undefined);
  fakeBrowser.runtime.openOptionsPage = openOptions;
  await openPopup(makePage({ article: ARTICLE }));
  expect(await screen.findByText('Facts to Jul 2026')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Options' }));
  expect(openOptions).toHaveBeenCalled();
});

function makeSelectors(exact: string) {
  return {
    quote: { type: 'TextQuoteSelector' as const, exact, prefix: '', suffix: '' },
    position: { type: 'TextPositionSelector' as const, start: 0, end: exact.length },
  };
}
