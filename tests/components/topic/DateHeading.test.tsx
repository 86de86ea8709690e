import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentProps } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { DateHeading, type Dating } from '@/components/topic/DateHeading';
import type { ArticleDate } from '@/lib/messages/page';
import { AppError } from '@/lib/model/app-error';
import { findViolations } from '../../axe';

const FOUND: ArticleDate = { is: 'found', date: '2025-09-18', from: 'json-ld', updated: null };

function show(dating: Partial<Dating> = {}, props: Partial<ComponentProps<typeof DateHeading>> = {}) {
  const onDate = vi.fn();
  const onEditing = vi.fn();
  const shown = render(
    <DateHeading
      text="Known on 18 Sep 2025"
      date="2025-09-18"
      today="2026-11-29"
      dating={{ dated: FOUND, isCorrected: false, error: null, onDate, onEditing, ...dating }}
      {...props}
    />,
  );
  return { ...shown, onDate, onEditing };
}

const control = () => screen.getByRole('button', { name: 'Known on 18 Sep 2025' });
const field = () => screen.findByLabelText<HTMLInputElement>('Date of this article');
const openEditor = async () => {
  await userEvent.click(control());
  return field();
};
const setDate = async (date: string) => {
  const input = await openEditor();
  await userEvent.clear(input);
  if (date) await userEvent.type(input, date);
  await userEvent.click(screen.getByRole('button', { name: 'Use this date' }));
};

describe('the date of an article', () => {
  it('is a heading and a control that says what it does', async () => {
    const { container } = show();
    expect(screen.getByRole('heading', { level: 2, name: 'Known on 18 Sep 2025' })).toBeTruthy();
    expect(control().title).toBe("Change the article's date");
    expect(control().getAttribute('aria-expanded')).toBe('false');
    expect(await findViolations(container)).toEqual([]);
  });

  it('opens a field with the date, focused, and says where it was read', async () => {
    const { container, onEditing } = show();
    const input = await openEditor();
    expect(input.value).toBe('2025-09-18');
    expect(document.activeElement).toBe(input);
    expect(control().getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByText('Read in what the page tells search engines.')).toBeTruthy();
    expect(onEditing).toHaveBeenLastCalledWith(true);
    expect(await findViolations(container)).toEqual([]);
  });

  it('takes the date that the reader gives, and gives the focus back', async () => {
    const { onDate, onEditing } = show();
    await setDate('2025-09-16');
    expect(onDate.mock.calls).toEqual([['2025-09-16']]);
    expect(screen.queryByLabelText('Date of this article')).toBeNull();
    expect(document.activeElement).toBe(control());
    expect(onEditing).toHaveBeenLastCalledWith(false);
  });

  it.each([
    ['', 'it is none'],
    ['2026-11-30', 'it is in the future'],
    ['1994-12-31', 'there was no web'],
  ])('does not take %o: %s', async (date) => {
    const { onDate } = show();
    await setDate(date);
    expect(onDate).not.toHaveBeenCalled();
    expect(await field()).toBeTruthy();
  });

  it('works by keyboard: opened by Enter, taken by Enter', async () => {
    const { onDate } = show();
    await userEvent.tab();
    expect(document.activeElement).toBe(control());
    await userEvent.keyboard('{Enter}');
    await field();
    await userEvent.keyboard('{Enter}');
    expect(onDate).toHaveBeenCalledWith('2025-09-18');
  });

  it('closes on Escape, and nothing around it does', async () => {
    const outside = vi.fn();
    window.addEventListener('keydown', outside);
    const { onDate } = show();
    await openEditor();
    outside.mockClear();
    await userEvent.keyboard('{Escape}');
    window.removeEventListener('keydown', outside);
    expect(screen.queryByLabelText('Date of this article')).toBeNull();
    expect(document.activeElement).toBe(control());
    expect(outside).not.toHaveBeenCalled();
    expect(onDate).not.toHaveBeenCalled();
  });

  it('says that it is no longer being changed when the card goes on to something else', async () => {
    const { onEditing, unmount } = show();
    await openEditor();
    unmount();
    expect(onEditing).toHaveBeenLastCalledWith(false);
  });

  it('says when the page was updated', () => {
    show({ dated: { ...FOUND, updated: '2025-09-20' } });
    expect(screen.getByText('Updated 20 Sep 2025')).toBeTruthy();
  });

  it("says that it is the reader's own, and leads back to the page's", async () => {
    const { onDate } = show({ isCorrected: true, dated: { ...FOUND, updated: '2025-09-20' } });
    expect(screen.getByText('Your date')).toBeTruthy();
    expect(screen.queryByText('Updated 20 Sep 2025')).toBeNull();
    await openEditor();
    await userEvent.click(screen.getByRole('button', { name: "Back to the page's date" }));
    expect(onDate.mock.calls).toEqual([[null]]);
  });

  it("offers no way back from the page's own date", async () => {
    show();
    await openEditor();
    expect(screen.queryByRole('button', { name: "Back to the page's date" })).toBeNull();
  });

  it('says why a change could not be kept', async () => {
    show({ error: new AppError('database-full') });
    expect(await screen.findByText(/The disk or the space for this browser is full/)).toBeTruthy();
  });
});

describe('an article without a date', () => {
  it.each<[Extract<ArticleDate, { is: 'none' }>['why'], string[], string]>([
    ['differ', ['2025-09-03', '2025-09-09'], 'It gives two dates, 3 Sep 2025 and 9 Sep 2025.'],
    ['several', [], 'This page holds several articles.'],
    ['living', [], 'This page is rewritten all the time.'],
    ['future', ['2027-01-01'], 'This page gives a date to come, 1 Jan 2027.'],
    ['early', ['1970-01-01'], 'This page gives a date that cannot be, 1 Jan 1970.'],
  ])('says why (%s), at once and while a date is entered', async (why, dates, sentence) => {
    const { container } = show({ dated: { is: 'none', why, dates } }, { date: null });
    expect(screen.getByText(sentence)).toBeTruthy();
    const input = await openEditor();
    expect(input.value).toBe('');
    expect(screen.getAllByText(sentence)).toHaveLength(1);
    expect(await findViolations(container)).toEqual([]);
  });

  it('says nothing more beside the heading where the page says nothing', async () => {
    show({ dated: { is: 'none', why: 'silent', dates: [] } }, { date: null });
    expect(screen.queryByText('This page gives no date.')).toBeNull();
    await openEditor();
    expect(screen.getByText('This page gives no date.')).toBeTruthy();
  });

  it('of a reader who has given one says no reason', () => {
    show({ isCorrected: true, dated: { is: 'none', why: 'several', dates: [] } });
    expect(screen.queryByText('This page holds several articles.')).toBeNull();
  });
});
