import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { NotesSection, type Writing } from '@/components/topic/NotesSection';
import { AppError } from '@/lib/model/app-error';
import type { Note } from '@/lib/model/note';
import { findViolations } from '../../axe';
import { makeNote, makeTarget } from '../../builders';

const show = (notes: Note[] = [], writing: Partial<Writing> = {}, onSave = vi.fn()) => {
  const { container } = render(
    <NotesSection
      topicName="Huawei"
      canonical="https://news.example/huawei-connect"
      notes={notes}
      writing={{ body: '', state: 'empty', error: null, ...writing }}
      onBody={() => {}}
      onSave={onSave}
    />,
  );
  return { container, onSave };
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
