import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { App } from '@/entrypoints/options/App';
import { database } from '@/lib/db/database';
import { replacePack } from '@/lib/db/packs';
import { createNote } from '@/lib/notes/write-note';
import { quietTopic, quietWord } from '@/lib/settings/quieted';
import { saveSettings } from '@/lib/settings/save-settings';
import { loadSettings } from '@/lib/settings/settings-store';
import { choose } from '@/tests/press';
import { exportText } from '@/tests/written-out';
import { findViolations } from '../../axe';
import { makeDraft, makePack, makeTarget, makeTopic } from '../../builders';
import { serveLocales } from '../../speak';
import { emptyDatabaseBeforeEach, takeStore } from '../../stored';

emptyDatabaseBeforeEach();
beforeEach(async () => {
  serveLocales();
  fakeBrowser.runtime.getManifest = () =>
    ({ manifest_version: 3, name: 'Sidelight', version: '0.1.0' }) as never;
  await replacePack(makePack([makeTopic()]));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  delete document.documentElement.dataset.theme;
});

async function openOptions() {
  const rendered = render(<App asking={{ requestAccess: async () => false, pickFolder: null }} />);
  await screen.findByRole('radio', { name: 'Calm' });
  return rendered;
}

describe('appearance', () => {
  it('takes effect at once and is said quietly', async () => {
    await openOptions();
    await choose('Dark');
    await waitFor(() => expect(document.documentElement.dataset.theme).toBe('dark'));
    expect(screen.getByText('Saved')).toBeVisible();
    expect((await loadSettings()).theme).toBe('dark');
    await choose('Like the system');
    await waitFor(() => expect(document.documentElement.dataset.theme).toBeUndefined());
  });

  it('shows on a sample what each density underlines', async () => {
    await openOptions();
    const underlined = () => document.querySelectorAll('figure [data-group]').length;
    const calm = underlined();
    await choose('Every mention');
    await waitFor(() => expect(underlined()).toBeGreaterThan(calm));
    await choose('Once on the page');
    await waitFor(() => expect(underlined()).toBeLessThan(calm));
    expect((await loadSettings()).density).toBe('first');
  });

  it('sets the wait by keyboard, in milliseconds, and not where a click opens cards', async () => {
    await openOptions();
    const slider = screen.getByRole('slider', { name: 'Wait before a card opens' });
    expect(slider).toHaveAttribute('aria-valuetext', '500 ms');
    slider.focus();
    await userEvent.keyboard('{ArrowRight}');
    await waitFor(async () => expect((await loadSettings()).delayMs).toBe(550));
    await userEvent.keyboard('{Home}');
    await waitFor(async () => expect((await loadSettings()).delayMs).toBe(0));
    expect(screen.getByText('At once')).toBeVisible();
    await choose('On a click');
    await waitFor(() => expect(slider).toBeDisabled());
  });

  it('says when a choice could not be stored', async () => {
    await openOptions();
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('QuotaBytes quota exceeded'));
    await choose('Dark');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The disk or the space for this browser is full.',
    );
    expect(screen.getByRole('radio', { name: 'Like the system' })).toBeChecked();
  });
});

describe('what is quieted', () => {
  const region = () => within(screen.getByRole('region', { name: 'Quieted' }));

  it('is one sentence where there is nothing', async () => {
    const { container } = await openOptions();
    expect(
      region().getByText('Nothing. What you choose under “Quiet…” in a card is listed here.'),
    ).toBeVisible();
    expect(await findViolations(container)).toEqual([]);
  });

  it('is listed in words, newest first, and lifted one by one', async () => {
    await saveSettings({
      quieted: [
        quietWord('Ascend', 'school.example', '2026-11-02'),
        quietWord('BIS', '', '2026-11-03'),
        quietTopic('ascend-950', 'Ascend 950', '2026-11-29'),
      ],
      sites: { mode: 'except', off: ['news.example'], on: [] },
    });
    const { container } = await openOptions();
    const lines = () =>
      region()
        .queryAllByRole('listitem')
        .map(({ textContent }) => textContent);
    expect(lines()).toEqual([
      'Ascend 950, until there is newsSince 29 Nov 2026Lift',
      '“BIS” on all sitesSince 3 Nov 2026Lift',
      '“Ascend” on school.exampleSince 2 Nov 2026Lift',
      'Everything on news.exampleLift',
    ]);
    expect(await findViolations(container)).toEqual([]);
    await userEvent.click(region().getByRole('button', { name: 'Lift: “BIS” on all sites' }));
    await waitFor(() => expect(lines()).toHaveLength(3));
    expect(screen.getByText('Lifted: “BIS” on all sites')).toBeVisible();
    await userEvent.click(region().getByRole('button', { name: 'Lift: Everything on news.example' }));
    await waitFor(() => expect(lines()).toHaveLength(2));
    const { quieted, sites } = await loadSettings();
    expect([quieted.map(({ key }) => key), sites.off]).toEqual([['ascend', '#ascend-950'], []]);
  });

  it('keeps the focus in the list when a line goes', async () => {
    await saveSettings({ quieted: [quietWord('BIS', '', '2026-11-03')] });
    await openOptions();
    const lift = region().getByRole('button', { name: 'Lift: “BIS” on all sites' });
    await userEvent.click(lift);
    await waitFor(() => expect(lift).not.toBeInTheDocument());
    await waitFor(() =>
      expect(screen.getByRole('region', { name: 'Quieted' })).toContainElement(
        document.activeElement as HTMLElement,
      ),
    );
  });
});

describe('sites', () => {
  const field = () => screen.getByRole('textbox', { name: 'Add a site' });

  it('are added from a pasted address and taken off again', async () => {
    await openOptions();
    expect(screen.getByText('None. It runs on every site.')).toBeVisible();
    await userEvent.type(field(), 'https://www.News.example/today{Enter}');
    const list = await screen.findByRole('list', { name: 'Sites where it is off' });
    expect(within(list).getByText('news.example')).toBeVisible();
    expect(field()).toHaveValue('');
    expect((await loadSettings()).sites.off).toEqual(['news.example']);
    await userEvent.click(screen.getByRole('button', { name: 'Remove news.example' }));
    await waitFor(async () => expect((await loadSettings()).sites.off).toEqual([]));
    expect(field()).toHaveFocus();
  });

  it.each([
    { typed: 'not a site', problem: /^This is not a web site\./, because: 'a host has no space' },
    {
      typed: 'listed.example',
      problem: /^listed\.example is on the list already\./,
      because: 'twice says nothing',
    },
    {
      typed: 'a.listed.example',
      problem: /^a\.listed\.example is covered by/,
      because: 'a site covers its subdomains',
    },
  ])('refuses $typed with a sentence: $because', async ({ typed, problem }) => {
    await saveSettings({ sites: { mode: 'except', off: ['listed.example'], on: [] } });
    await openOptions();
    await userEvent.type(field(), `${typed}{Enter}`);
    expect(await screen.findByText(problem)).toBeVisible();
    expect(field()).toBeInvalid();
    expect(field()).toHaveValue(typed);
    expect((await loadSettings()).sites.off).toEqual(['listed.example']);
  });

  it('keep a list for each mode', async () => {
    await saveSettings({ sites: { mode: 'except', off: ['noisy.example'], on: [] } });
    await openOptions();
    await choose('Only on these sites');
    expect(await screen.findByText('None. It runs nowhere.')).toBeVisible();
    await userEvent.type(field(), 'news.example{Enter}');
    await waitFor(async () =>
      expect((await loadSettings()).sites).toEqual({
        mode: 'only',
        off: ['noisy.example'],
        on: ['news.example'],
      }),
    );
  });
});

describe('your notes', () => {
  const give = (text: string, name = 'notes-2025-10-02.json') =>
    userEvent.upload(
      screen.getByLabelText('File with notes'),
      new File([text], name, { type: 'application/json' }),
    );

  it('go out as one file named after the day', async () => {
    await createNote(makeDraft({ target: makeTarget(), body: 'First' }));
    const blobs: Blob[] = [];
    URL.createObjectURL = vi.fn((blob: Blob) => {
      blobs.push(blob);
      return 'blob:1';
    });
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    await openOptions();
    await screen.findByText('You have 1 note, kept in this browser.');
    await userEvent.click(screen.getByRole('button', { name: 'Export all notes' }));
    expect(await screen.findByText(/^1 note exported to notes-\d{4}-\d{2}-\d{2}\.json$/)).toBeVisible();
    expect(click).toHaveBeenCalledOnce();
    expect(JSON.stringify(JSON.parse((await blobs[0]?.text()) ?? ''))).toContain('First');
  });

  it('come in with a report, and are known the second time', async () => {
    await createNote(makeDraft({ target: makeTarget(), body: 'First' }));
    await createNote(makeDraft({ target: makeTarget(), body: 'Second' }));
    const file = await exportText();
    await takeStore();
    const { container } = await openOptions();
    await give(file);
    expect(await screen.findByText('2 notes added')).toBeVisible();
    expect(screen.getByText('What came in from notes-2025-10-02.json')).toBeVisible();
    expect(await screen.findByText('You have 2 notes, kept in this browser.')).toBeVisible();
    expect(await findViolations(container)).toEqual([]);
    await give(file);
    expect(await screen.findByText('2 notes were there already')).toBeVisible();
    expect(screen.getByText('No note added')).toBeVisible();
  });

  it.each([
    { text: '{"format":"something-else"}', because: 'another format' },
    { text: '{"format":"sidelight-notes",', because: 'cut off' },
  ])('refuse a bad file whole, with the reason: $because', async ({ text }) => {
    await createNote(makeDraft({ body: 'Mine' }));
    const before = await database.changes.toArray();
    await openOptions();
    await give(text, 'bad.json');
    expect(await screen.findByText('Nothing was imported from bad.json')).toBeVisible();
    expect(screen.getByRole('alert', { name: '' })).toBeVisible();
    expect(screen.getByText(/^The file cannot be imported: \S+/)).toBeVisible();
    expect(await database.changes.toArray()).toEqual(before);
    expect(await database.notes.count()).toBe(1);
  });
});

it('says what is installed', async () => {
  const { container } = await openOptions();
  expect(await screen.findByText('Tech war')).toBeVisible();
  expect(screen.getByText('1 topic, version 1.0.0')).toBeVisible();
  expect(await screen.findByText('Jun 2026')).toBeVisible();
  expect(screen.getByText('0.1.0')).toBeVisible();
  expect(await findViolations(container)).toEqual([]);
});
