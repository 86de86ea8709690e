import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import type { Author } from '@/components/notes/author-name';
import { NotesSection, type Writing } from '@/components/topic/NotesSection';
import { AppError } from '@/lib/model/app-error';
import type { Note } from '@/lib/model/note';
import { findViolations } from '../../axe';
import { makeNote, makeTarget } from '../../builders';

const AUTHORS: Author[] = [
  { id: 'a'.repeat(16), name: 'Ada', isSelf: false },
  { id: 'b'.repeat(16), name: 'Desk', isSelf: true },
];

const show = (notes: Note[] = [], writing: Partial<Writing> = {}, onSave = vi.fn()) => {
  const onOpenNotes = vi.fn();
  const { container } = render(
    <NotesSection
      topicName="Huawei"
      canonical="https://news.example/huawei-connect"
      notes={notes}
      authors={AUTHORS}
      writing={{ body: '', state: 'empty', error: null, ...writing }}
      onBody={() => {}}
      onSave={onSave}
      onOpenNotes={onOpenNotes}
    />,
  );
  return { container, onSave, onOpenNotes };
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

it('saves by button and by Ctrl+Enter, and not while there is nothing to save', async () => {
  const { onSave } = show([], { body: 'Check this', state: 'typed' });
  await userEvent.click(screen.getByRole('button', { name: 'Save note' }));
  await userEvent.type(
    screen.getByRole('textbox', { name: 'Your note on Huawei' }),
    '{Control>}{Enter}{/Control}',
  );
  expect(onSave).toHaveBeenCalledTimes(2);
  expect(screen.getByRole('status').textContent).toBe('Not saved yet; kept until you do');
});

it('keeps what was typed and says why it could not be saved', () => {
  show([], { body: 'Check this', state: 'typed', error: new AppError('database-full') });
  expect(screen.getByRole('alert').textContent).toContain(
    'Nothing was written; what you typed is still here.',
  );
  expect(screen.getByDisplayValue('Check this')).toBeTruthy();
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
