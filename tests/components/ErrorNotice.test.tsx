import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { ErrorNotice } from '@/components/ErrorNotice';
import { AppError, type ErrorCode } from '@/lib/model/app-error';
import { ERROR_NUMBERS } from '@/lib/model/error-numbers';
import { findViolations } from '../axe';

const CODES = Object.keys(ERROR_NUMBERS) as ErrorCode[];

it.each(CODES)('%s has words for what happened, what is safe and what to do', async (code) => {
  const { container } = render(<ErrorNotice error={new AppError(code, { detail: 'topics/a.json' })} />);
  const sentences = [...screen.getByRole('alert').querySelectorAll('p')].map(
    (line) => line.textContent ?? '',
  );
  expect(sentences).toHaveLength(3);
  for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].+[.a-z]$/);
  expect(screen.getByText(`Error ${ERROR_NUMBERS[code]}`, { exact: false })).toBeTruthy();
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

it('gives every code a number of its own', () => {
  expect(new Set(Object.values(ERROR_NUMBERS)).size).toBe(CODES.length);
});

it('tells the status that a storage answered with, and nothing of other details', () => {
  const { rerender } = render(<ErrorNotice error={new AppError('remote-failed', { detail: '502' })} />);
  expect(screen.getByText('Error 26 (502)')).toBeTruthy();
  rerender(<ErrorNotice error={new AppError('unexpected', { detail: 'at line 7' })} />);
  expect(screen.getByText('Error 99')).toBeTruthy();
  expect(screen.queryByText(/line 7/)).toBeNull();
});

it.each([
  { code: 'remote-permission', offers: ['Grant access again'] },
  { code: 'vault-locked', offers: ['Enter the passphrase'] },
  { code: 'vault-missing', offers: ['Start over here', 'Change address or sign-in', 'Try again'] },
  { code: 'remote-denied', offers: ['Change address or sign-in', 'Try again'] },
  { code: 'remote-busy', offers: ['Try again'] },
] as const)('$code offers what helps against it, and only that', ({ code, offers }) => {
  const act = () => {};
  const remedies = { grant: act, passphrase: act, startOver: act, change: act };
  render(<ErrorNotice error={new AppError(code)} onRetry={act} remedies={remedies} />);
  expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual([...offers]);
});
