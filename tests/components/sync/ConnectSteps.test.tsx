import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { ConnectOutcome } from '@/components/sync/ConnectOutcome';
import { type ConnectStep, ConnectSteps } from '@/components/sync/ConnectSteps';
import type { Probed } from '@/components/sync/ProbeReport';
import { AppError } from '@/lib/model/app-error';
import { findViolations } from '../../axe';
import { WEBDAV } from './sync-builders';

const PLACE = 'cloud.example/remote.php/dav/files/ada/Sidelight';

function makeProbed(fields: Partial<Probed> = {}): Probed {
  return {
    steps: (['put', 'list', 'range', 'delete'] as const).map((step) => ({ step, ok: true, error: null })),
    foundVault: null,
    otherFiles: 0,
    clockSkewMs: 200,
    ...fields,
  };
}

function show(at: ConnectStep) {
  const onGoOn = vi.fn();
  const onCancel = vi.fn();
  return { ...render(<ConnectSteps at={at} onGoOn={onGoOn} onCancel={onCancel} />), onGoOn, onCancel };
}

it('says what it waits for while the browser asks, and that nothing has been sent', async () => {
  const { container, onCancel } = show({ step: 'access', connection: WEBDAV });
  const said = screen.getByRole('status');
  expect(said).toHaveTextContent(
    'Waiting for your answer. The browser asks whether Sidelight may reach cloud.example.',
  );
  expect(said).toHaveTextContent('Nothing has been sent yet.');
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(onCancel).toHaveBeenCalledOnce();
  expect(await findViolations(container)).toEqual([]);
});

it('says where it is trying, and never with which password', async () => {
  const { container } = show({ step: 'probe', connection: WEBDAV });
  expect(screen.getByRole('heading', { name: `Trying out ${PLACE}` })).toBeVisible();
  expect(container).not.toHaveTextContent(WEBDAV.password);
  expect(await findViolations(container)).toEqual([]);
});

describe('what was found', () => {
  const join = (fields: Partial<Probed>) =>
    show({ step: 'join', connection: WEBDAV, probed: makeProbed(fields), isEncrypted: false });

  it.each([
    { fields: {}, says: 'There are no notes of Sidelight yet. This is the first machine.' },
    { fields: { foundVault: { isEncrypted: false, replicas: 3 } }, says: 'Notes of 3 machines are there.' },
    { fields: { foundVault: { isEncrypted: false, replicas: 0 } }, says: 'Notes are there already.' },
    { fields: { foundVault: { isEncrypted: true, replicas: 1 } }, says: 'They are encrypted.' },
    { fields: { otherFiles: 2 }, says: '2 other files lie there and are left alone.' },
    { fields: { clockSkewMs: -200_000_000 }, says: /more than a day apart/ },
  ])('is said: $says', async ({ fields, says }) => {
    const { container } = join(fields);
    expect(screen.getByText(says)).toBeVisible();
    expect(await findViolations(container)).toEqual([]);
  });

  it('lists the four steps', () => {
    join({});
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'Write a file works',
      'Find it in the folder works',
      'Read its beginning works',
      'Remove it works',
    ]);
  });
});

it('asks for the passphrase of an encrypted vault, and keeps a wrong one typed', async () => {
  const probed = makeProbed({ foundVault: { isEncrypted: true, replicas: 2 } });
  const error = new AppError('passphrase-wrong');
  const { container, onGoOn } = show({
    step: 'passphrase',
    connection: WEBDAV,
    probed,
    passphrase: 'plum',
    error,
  });
  expect(screen.getByRole('alert')).toHaveTextContent('The passphrase does not open these notes.');
  const field = screen.getByLabelText('Passphrase of these notes');
  expect(field).toHaveValue('plum');
  await userEvent.type(field, ' blossom{Enter}');
  expect(onGoOn).toHaveBeenCalledExactlyOnceWith('plum blossom');
  expect(await findViolations(container)).toEqual([]);
});

it('never joins notes that are not encrypted while the reader wanted them to be, without asking', async () => {
  const probed = makeProbed({ foundVault: { isEncrypted: false, replicas: 2 } });
  const { container, onGoOn, onCancel } = show({
    step: 'notEncrypted',
    connection: WEBDAV,
    probed,
    passphrase: 'plum blossom',
    error: null,
  });
  expect(screen.getByText(/Your passphrase would not be used/)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Back' }));
  expect(onCancel).toHaveBeenCalledOnce();
  expect(onGoOn).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: 'Go on' }));
  expect(onGoOn).toHaveBeenCalledExactlyOnceWith(null);
  expect(await findViolations(container)).toEqual([]);
});

describe('an attempt that failed', () => {
  it('says which step and why, with a number, and offers another', async () => {
    const onRetry = vi.fn();
    const error = new AppError('remote-denied', { detail: 'PUT' });
    const probed = makeProbed({ steps: [{ step: 'put', ok: false, error }] });
    const { container } = render(
      <ConnectOutcome
        connection={WEBDAV}
        error={error}
        isRefused={false}
        probed={probed}
        onRetry={onRetry}
      />,
    );
    const steps = screen.getAllByRole('listitem').map((item) => item.textContent);
    expect(steps[0]).toBe('Write a file fails');
    expect(steps[3]).toBe('Remove it not tried');
    expect(within(screen.getByRole('alert')).getByText('Error 21 (PUT)')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(onRetry).toHaveBeenCalledOnce();
    expect(await findViolations(container)).toEqual([]);
  });

  it('for lack of the reader’s yes is no error, and says that nothing was sent', async () => {
    const { container } = render(
      <ConnectOutcome connection={WEBDAV} error={null} isRefused probed={null} onRetry={() => {}} />,
    );
    expect(screen.getByRole('alert')).toHaveTextContent(
      /does not let Sidelight reach cloud\.example, so nothing was sent/,
    );
    expect(container).not.toHaveTextContent(/Error \d/);
    expect(await findViolations(container)).toEqual([]);
  });
});
