import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { saveArticleDate } from '@/lib/db/article-dates';
import { ARTICLE, openCard, prepareCards } from './open-card';

prepareCards();

describe('the date of the article', () => {
  it("shows what was known on the reader's date of this address, here and the next time", async () => {
    const card = openCard();
    card.show();
    await userEvent.click(await screen.findByRole('button', { name: 'Known on 2 Oct 2025' }));
    const field = await screen.findByLabelText('Date of this article');
    await card.hears({ type: 'holding', visit: 1, holding: true });
    await userEvent.clear(field);
    await userEvent.type(field, '2025-09-01');
    await userEvent.click(screen.getByRole('button', { name: 'Use this date' }));
    await screen.findByText('Your date');
    await card.hears({ type: 'holding', visit: 1, holding: false });
    expect(screen.getByText('Nothing in this pack is dated that early.')).toBeTruthy();

    card.show({ visit: 2 });
    await screen.findByRole('button', { name: 'Known on 1 Sep 2025' });
    card.show({ visit: 3, article: { ...ARTICLE, url: 'https://news.example/b', linked: '' } });
    await screen.findByRole('button', { name: 'Known on 2 Oct 2025' });
  });
  it("never shows another date than the reader's first", async () => {
    await saveArticleDate('https://news.example/a', '2025-09-01');
    const card = openCard();
    const seen: string[] = [];
    const observer = new MutationObserver(() =>
      seen.push(
        ...screen.queryAllByRole('button', { name: /^Known on/ }).map(({ textContent }) => textContent),
      ),
    );
    observer.observe(document.body, { childList: true, subtree: true });
    card.show();
    await card.hears({ type: 'shown', visit: 1 });
    observer.disconnect();
    expect(new Set(seen)).toEqual(new Set(['Known on 1 Sep 2025']));
  });
  it('closes the place where the date is changed on Escape, and not itself', async () => {
    const card = openCard();
    card.show();
    await userEvent.click(await screen.findByRole('button', { name: 'Known on 2 Oct 2025' }));
    await screen.findByLabelText('Date of this article');
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByLabelText('Date of this article')).toBeNull());
    await card.hears({ type: 'holding', visit: 1, holding: false });
    expect(card.heard.filter(({ type }) => type === 'close')).toEqual([]);
  });
});
