import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { replacePack } from '@/lib/db/packs';
import { DEFAULT_SETTINGS } from '@/lib/settings/default-settings';
import { saveSettings } from '@/lib/settings/save-settings';
import { loadSettings } from '@/lib/settings/settings-store';
import { switchSite } from '@/lib/settings/switch-site';
import { findViolations } from '../../axe';
import { makePack, makeTopic } from '../../builders';
import { openCard, prepareCards, type Show } from './open-card';

prepareCards();

describe('quieting from the card', () => {
  const openMenu = async (fields: Partial<Show> = {}) => {
    const card = openCard();
    card.show({ topic: 'ascend', word: 'Ascend\n  950', ...fields });
    await userEvent.click(await screen.findByRole('button', { name: 'Quiet…' }));
    return { card, menu: await screen.findByRole('menu') };
  };
  const entries = () => screen.getAllByRole('menuitem').map(({ textContent }) => textContent);
  const choose = (name: string) => userEvent.click(screen.getByRole('menuitem', { name }));

  beforeEach(async () => {
    await replacePack(
      makePack([
        makeTopic({ relations: [{ type: 'makes', topic: 'ascend', status: 'happened' }] }),
        makeTopic({ id: 'ascend', facts: [], kind: 'chip', whose: 'Huawei' }),
      ]),
    );
  });

  it('names each entry by the word, the topic and the site', async () => {
    await openMenu();
    expect(entries()).toEqual([
      "This is not Huawei's Ascend here",
      'Stop highlighting “Ascend 950”',
      'Hide Ascend until there is news',
      'Off on news.example',
    ]);
    expect(await findViolations(document.body)).toEqual([]);
  });

  it('speaks of no word where the card has gone on to another topic, and of no site where there is none', async () => {
    const card = openCard();
    card.show({ site: '' });
    await userEvent.click(await screen.findByRole('button', { name: 'Background' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Ascend' }));
    await screen.findByRole('article', { name: 'Ascend' });
    await userEvent.click(await screen.findByRole('button', { name: 'Quiet…' }));
    await screen.findByRole('menu');
    expect(entries()).toEqual(['Hide Ascend until there is news']);
  });

  it.each([
    {
      entry: "This is not Huawei's Ascend here",
      said: '“Ascend 950” is no longer highlighted on news.example.',
      quieted: [{ key: 'ascend950', site: 'news.example' }],
      off: [],
    },
    {
      entry: 'Stop highlighting “Ascend 950”',
      said: '“Ascend 950” is no longer highlighted anywhere.',
      quieted: [{ key: 'ascend950', site: '' }],
      off: [],
    },
    {
      entry: 'Hide Ascend until there is news',
      said: 'Ascend is hidden until there is news.',
      quieted: [{ key: '#ascend', topic: 'ascend', name: 'Ascend' }],
      off: [],
    },
    {
      entry: 'Off on news.example',
      said: 'Sidelight is off on news.example.',
      quieted: [],
      off: ['news.example'],
    },
  ])('does at once what "$entry" says, says so, and takes it back', async ({ entry, said, quieted, off }) => {
    const { card } = await openMenu();
    await choose(entry);
    const undo = await screen.findByRole('button', { name: `Undo: ${said}` });
    expect(screen.getByRole('status')).toHaveTextContent(said);
    expect(await loadSettings()).toMatchObject({ quieted, sites: { off } });
    await waitFor(() => expect(undo).toHaveFocus());
    expect(await findViolations(card.container)).toEqual([]);
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('status')).toBeNull());
    expect(await loadSettings()).toEqual(DEFAULT_SETTINGS);
    expect(screen.getByRole('heading', { name: 'Ascend' })).toHaveFocus();
  });

  it('takes back the site alone: another that was switched off meanwhile stays so', async () => {
    await openMenu();
    await choose('Off on news.example');
    const undo = await screen.findByRole('button', { name: /^Undo/ });
    await saveSettings(({ sites }) => ({ sites: switchSite(sites, 'elsewhere.example', false) }));
    await userEvent.click(undo);
    await waitFor(() => expect(screen.queryByRole('status')).toBeNull());
    expect((await loadSettings()).sites.off).toEqual(['elsewhere.example']);
  });

  it('is done by keyboard alone; Escape closes the menu, then the card', async () => {
    const card = openCard();
    card.show();
    const button = await screen.findByRole('button', { name: 'Quiet…' });
    button.focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(screen.getAllByRole('menuitem')[0]).toHaveFocus());
    await userEvent.keyboard('{ArrowDown}');
    expect(screen.getByRole('menuitem', { name: 'Stop highlighting “Huawei”' })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    await waitFor(() => expect(screen.getByRole('button', { name: 'Quiet…' })).toHaveFocus());
    expect(card.heard.filter(({ type }) => type === 'close')).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await card.hears({ type: 'close' });
  });

  it('says so where the browser refuses to store', async () => {
    await openMenu();
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('QuotaBytes quota exceeded'));
    await choose('Off on news.example');
    expect((await screen.findByRole('alert')).textContent).toContain('The disk or the space');
    expect(screen.queryByRole('status')).toBeNull();
  });
});
