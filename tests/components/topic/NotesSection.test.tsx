import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import type { Author } from '@/components/notes/author-name';
import { NotesSection } from '@/components/topic/NotesSection';
import type { Note } from '@/lib/model/note';
import { findViolations } from '../../axe';
import { makeNote, makeTarget } from '../../builders';

const AUTHORS: Author[] = [
  { id: 'a'.repeat(16), name: 'Ada', isSelf: false },
  { id: 'b'.repeat(16), name: 'Desk', isSelf: true },
];

const show = (notes: Note[] = []) => {
  const onOpenNotes = vi.fn();
  const { container } = render(
    <NotesSection
      canonical="https://news.example/huawei-connect"
      notes={notes}
      authors={AUTHORS}
      onOpenNotes={onOpenNotes}
    />,
  );
  return { container, onOpenNotes };
};

it('says whether a note is on this article, on another, or on none', async () => {
  const other = makeTarget({
    canonical: 'https://b.example/',
    url: 'https://b.example/',
    title: 'Another article',
  });
  const { container } = show([
    makeNote({ id: 'note:a' }),
    makeNote({ id: 'note:b', target: other }),
    makeNote({ id: 'note:c', target: null }),
  ]);
  expect(screen.getByText('On this article')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Another article' }).getAttribute('rel')).toBe('noreferrer');
  expect(screen.getByText('On no page')).toBeTruthy();
  expect(await findViolations(container)).toEqual([]);
});

it('makes no link of an address that is not of the web', () => {
  const target = makeTarget({ canonical: 'x', url: 'javascript:alert(1)', title: 'Imported' });
  show([makeNote({ target })]);
  expect(screen.queryByRole('link')).toBeNull();
  expect(screen.getByText('Imported')).toBeTruthy();
});

it('leads to where a note that was edited in two places can be settled', async () => {
  const { container, onOpenNotes } = show([makeNote({ body: 'Mine', versions: ['Theirs'] })]);
  expect(screen.getByText('Theirs')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Choose between them' }));
  expect(onOpenNotes).toHaveBeenCalledOnce();
  expect(await findViolations(container)).toEqual([]);
});

it('says who shared a note, and nothing of the reader’s own', () => {
  const shared = { vault: 'shared' } as const;
  show([
    makeNote({ id: 'note:a', ...shared, author: 'a'.repeat(16) }),
    makeNote({ id: 'note:b', ...shared, author: 'b'.repeat(16) }),
    makeNote({ id: 'note:c', ...shared, author: 'c'.repeat(16) }),
    makeNote({ id: 'note:d' }),
  ]);
  expect(screen.getAllByText(/^Shared by/).map((said) => said.textContent)).toEqual([
    'Shared by Ada',
    'Shared by you',
    'Shared by someone',
  ]);
});
