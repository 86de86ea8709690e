import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { database } from '@/lib/db/database';
import { replacePack } from '@/lib/db/packs';
import type { PackManifest, Topic } from '@/lib/model/pack';
import { findViolations } from '../../axe';
import { layPanelBed, openPanel } from './open-panel';

layPanelBed();

describe('what is new', () => {
  const update = async () => {
    const { packs, topics } = database;
    const pack = (await packs.toArray())[0] as PackManifest;
    const contents = (await topics.toArray()).map(({ topic }) => topic);
    const [huawei, ...others] = contents as [Topic, ...Topic[]];
    const fact = (id: string, date: string) => ({
      id,
      text: `News: ${id}.`,
      date,
      status: 'happened' as const,
      sources: [],
    });
    await replacePack({
      ...pack,
      version: '2.0.0',
      contents: [
        { ...huawei, facts: [...huawei.facts, fact('known', '2025-09-30'), fact('later', '2026-01-05')] },
        ...others,
      ],
    });
  };

  it('is folded over the topics of the page, listed by topic, what is later than the article folded away, and each line opens its card there', async () => {
    await update();
    const { container } = await openPanel();
    const news = await screen.findByRole('region', { name: '2 new since you last looked' });
    const list = screen.getByRole('list', { name: 'Topics in reading order' });
    expect(news.compareDocumentPosition(list)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    const fold = within(news).getByText('2 new since you last looked').closest('details');
    expect(fold?.open).toBe(false);
    await userEvent.click(within(news).getByText('2 new since you last looked'));
    expect(within(news).getAllByRole('button', { name: /./ })[0]?.textContent).toBe('Huawei');
    const later = await within(news).findByText(/News: later/);
    await waitFor(() => expect(later.closest('details')).not.toBe(fold));
    expect(
      within(news)
        .getByText(/News: known/)
        .closest('details'),
    ).toBe(fold);
    expect(await findViolations(container)).toEqual([]);
    await userEvent.click(within(news).getByText(/News: known/));
    const card = await screen.findByRole('article', { name: 'Huawei' });
    expect(await within(card).findByRole('region', { name: 'Background' })).toBeTruthy();
  });

  it('is nothing where no update came', async () => {
    await openPanel();
    await screen.findByRole('list', { name: 'Topics in reading order' });
    expect(screen.queryByText(/since you last looked$/)).toBeNull();
  });
});
