import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { ErrorNotice } from '@/components/ErrorNotice';
import { AppError, type ErrorCode } from '@/lib/model/app-error';
import { findViolations } from '../axe';

const CODES: ErrorCode[] = [
  'database-missing',
  'database-full',
  'database-newer',
  'database-failed',
  'pack-invalid',
  'import-invalid',
  'import-newer',
  'note-too-long',
  'page-unreachable',
  'message-refused',
  'unexpected',
];

it.each(CODES)('%s has words for what happened, what is safe and what to do', async (code) => {
  const { container } = render(<ErrorNotice error={new AppError(code, { detail: 'topics/a.json' })} />);
  const sentences = [...screen.getByRole('alert').querySelectorAll('p')].map(
    (line) => line.textContent ?? '',
  );
  expect(sentences).toHaveLength(3);
  for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].+[.a-z]$/);
  expect(await findViolations(container)).toEqual([]);
});

it('names file and reason of a pack that is refused', () => {
  render(<ErrorNotice error={new AppError('pack-invalid', { detail: 'topics/a.json: names: missing' })} />);
  expect(screen.getByText('A pack file cannot be used: topics/a.json: names: missing')).toBeTruthy();
});

it('offers another try where it can help, and only there', async () => {
  const onRetry = vi.fn();
  const { rerender } = render(<ErrorNotice error={new AppError('database-missing')} onRetry={onRetry} />);
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(onRetry).toHaveBeenCalledOnce();
  rerender(<ErrorNotice error={new AppError('database-newer')} onRetry={onRetry} />);
  expect(screen.queryByRole('button')).toBeNull();
});
