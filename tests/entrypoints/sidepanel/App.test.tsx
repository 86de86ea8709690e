import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { askPanel } from '@/lib/panel/asked-place';
import { findViolations } from '../../axe';
import { CLOSED, layPanelBed, MENTIONS, NEWS, OTHER, openPanel, slider, turnTo, WINDOW } from './open-panel';

layPanelBed();

describe('the page in the panel', () => {
  it('has its topics in reading order, each with its sentence and what was known then', async () => {
    const { container } = await openPanel();
    const list = await screen.findByRole('list', { name: 'Topics in reading order' });
    await within(list).findByText('What then was.');
    const items = [...list.children].map((item) => item.textContent);
    expect(items[0]).toMatch(/^Nvidia 1 mentionNvidia sells\./);
    expect(items[1]).toMatch(/^Huawei 2 mentionsThen Huawei builds\.What then was\./);
    expect(await findViolations(container)).toEqual([]);
  });

  it('marks the topic in view, and another when the page has been scrolled', async () => {
    const { scroll } = await openPanel();
    const marked = () => document.querySelector('[aria-current]')?.textContent;
    await waitFor(() => expect(marked()).toMatch(/^Nvidia/));
    await scroll({ ...MENTIONS, inView: 'huawei' });
    expect(marked()).toMatch(/^Huawei/);
  });

  it('scrolls the page to a sentence that is pressed, and opens the card of a name', async () => {
    const { calls } = await openPanel();
    await userEvent.click(await screen.findByRole('button', { name: 'Then Huawei builds.' }));
    expect(calls).toContainEqual({ tab: NEWS, name: 'scrollToMention', request: { topic: 'huawei' } });
    await userEvent.click(screen.getByRole('button', { name: 'Huawei' }));
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Huawei', level: 1 })).toHaveFocus());
    await userEvent.click(screen.getByRole('button', { name: 'Back to this page' }));
    expect(screen.getByRole('button', { name: 'Huawei' })).toHaveFocus();
  });

  it('says no more of a mention that could not be shown, once another page is in front', async () => {
    await openPanel('', { found: false });
    await userEvent.click(await screen.findByRole('button', { name: 'Then Huawei builds.' }));
    const missed = /^Huawei does not stand on the page/;
    await waitFor(() => expect(screen.getAllByText(missed, { ignore: '[role=status]' })).toHaveLength(1));
    await turnTo(OTHER);
    await waitFor(() => expect(screen.queryAllByText(missed, { ignore: '[role=status]' })).toEqual([]));
  });

  it('follows the tab in front of its window, and says where it cannot read', async () => {
    const { calls, container } = await openPanel();
    await turnTo(OTHER, WINDOW + 1);
    await turnTo(CLOSED);
    expect(await screen.findByText(/^Sidelight cannot read this page/)).toBeVisible();
    expect(await findViolations(container)).toEqual([]);
    await turnTo(OTHER);
    await waitFor(() => expect(calls.some(({ tab }) => tab === OTHER)).toBe(true));
  });

  it('asks a page for nothing while it lies under a card', async () => {
    const { calls, scroll } = await openPanel('#topic=huawei');
    await screen.findByRole('heading', { name: 'Huawei', level: 1 });
    expect(calls.filter(({ name }) => name === 'pageMentions')).toEqual([]);
    await scroll(MENTIONS);
  });
});

describe('the date of the panel', () => {
  it('is the article’s, and moves by a day and a month with all that is shown', async () => {
    const { container } = await openPanel('#topic=huawei');
    const thumb = await slider();
    await waitFor(() => expect(thumb).toHaveAttribute('aria-valuetext', '2 Oct 2025'));
    expect(await screen.findByText('What then was.')).toBeVisible();
    thumb.focus();
    await userEvent.keyboard('{PageDown}{ArrowLeft}');
    expect(thumb).toHaveAttribute('aria-valuetext', '1 Sep 2025');
    expect(screen.getByRole('heading', { name: 'Known on 1 Sep 2025' })).toBeVisible();
    expect(screen.getByText('What early was.')).toBeVisible();
    expect(screen.queryByText('What then was.')).toBeNull();
    expect(await findViolations(container)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: "Back to the article's date" }));
    expect(thumb).toHaveAttribute('aria-valuetext', '2 Oct 2025');
  });

  it('holds nothing back where the article has none, until one is chosen', async () => {
    await openPanel('#topic=huawei');
    await turnTo(OTHER);
    expect(await screen.findByText('What late was.')).toBeVisible();
    const thumb = await slider();
    expect(thumb).toHaveAttribute('aria-valuetext', 'Everything known');
    thumb.focus();
    await userEvent.keyboard('{Home}');
    expect(thumb).toHaveAttribute('aria-valuetext', '10 Jan 2025');
    expect(screen.getByText('What early was.')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Show everything' }));
    expect(screen.getByText('What late was.')).toBeVisible();
  });
});

describe('where the panel is asked to go', () => {
  it('opens a section that its address names', async () => {
    const { container } = await openPanel('#topic=huawei&section=timeline');
    const section = await screen.findByRole('region', { name: 'Timeline' });
    expect(await within(section).findByText('It happened.')).toBeVisible();
    expect(await findViolations(container)).toEqual([]);
  });

  it('goes where another page of ours asks, also while it stands open', async () => {
    await openPanel();
    await act(() => askPanel(WINDOW, { view: 'topic', id: 'nvidia', section: null }));
    expect(await screen.findByRole('heading', { name: 'Nvidia', level: 1 })).toBeVisible();
    await act(() => askPanel(WINDOW, { view: 'search', query: 'hua' }));
    expect(await screen.findByRole('option', { name: /^Huawei/ })).toBeVisible();
    expect(screen.getByRole('combobox')).toHaveValue('hua');
  });

  it('says of a topic that no pack has, that it is missing', async () => {
    await openPanel('#topic=unheard-of');
    expect(await screen.findByText('The installed packs have no topic “unheard-of”.')).toBeVisible();
  });
});
