import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentProps } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { Connected } from '@/components/sync/Connected';
import { decideState, type Known } from '@/components/sync/sync-state';
import { press } from '@/tests/press';
import { findViolations } from '../../axe';
import { makeAsking, makeKnown, makeRound, makeSchedule, NOW } from './sync-builders';

type Props = ComponentProps<typeof Connected>;

function show(fields: Partial<Known> = {}, props: Partial<Props> = {}) {
  const known = makeKnown(fields);
  const on = {
    onSync: vi.fn(),
    onStop: vi.fn(),
    onPause: vi.fn(),
    onResume: vi.fn(),
    grant: vi.fn(),
    passphrase: vi.fn(),
    startOver: vi.fn(),
    change: vi.fn(),
  };
  const { onSync, onStop, onPause, onResume, ...remedies } = on;
  const rendered = render(
    <Connected
      place="cloud.example/dav"
      state={decideState(known)}
      latest={known.rounds[0] ?? null}
      schedule={known.schedule}
      isByHand={false}
      isFirst={false}
      isStopping={false}
      names={new Map()}
      now={NOW}
      onSync={onSync}
      onStop={onStop}
      onPause={onPause}
      onResume={onResume}
      remedies={remedies}
      error={null}
      {...props}
    />,
  );
  return { ...rendered, ...on };
}

const said = () => screen.getAllByRole('status').map((status) => status.textContent);
const factOf = (name: string) => screen.getByText(name).nextElementSibling;

it('in step: where, as of when, last and next round', async () => {
  const { container, onSync, onPause } = show();
  expect(factOf('Where')).toHaveTextContent('cloud.example/dav');
  expect(factOf('State')).toHaveTextContent(/^In step as of (2|14):20/);
  expect(factOf('Last round')).toHaveTextContent(/^(2|14):20/);
  expect(factOf('Next round')).toHaveTextContent(/(2|14):35/);
  await press('Sync now');
  expect(onSync).toHaveBeenCalledExactlyOnceWith(false);
  await press('Pause');
  expect(onPause).toHaveBeenCalledOnce();
  expect(await findViolations(container)).toEqual([]);
});

it.each([
  { fields: { rounds: [] }, says: 'No round has been made yet.' },
  { fields: { toSend: 1 }, says: '1 change to send.' },
  { fields: { toSend: 4 }, says: '4 changes to send.' },
  { fields: { isOnline: false }, says: 'You are offline. What you write is sent when you are back.' },
  {
    fields: { rounds: [makeRound({ state: 'stopped', report: null })] },
    says: 'The last round was stopped. The next one goes on from there.',
  },
] satisfies { fields: Partial<Known>; says: string }[])('says "$says"', async ({ fields, says }) => {
  const { container } = show(fields);
  expect(said()).toContain(says);
  expect(await findViolations(container)).toEqual([]);
});

it('paused: nothing is made until it is resumed', async () => {
  const { container, onResume } = show({ schedule: makeSchedule({ isPaused: true }) });
  expect(said()).toContain('Paused. What you write stays here until you resume.');
  expect(factOf('Next round')).toHaveTextContent('None');
  expect(screen.queryByRole('button', { name: 'Sync now' })).toBeNull();
  await press('Resume');
  expect(onResume).toHaveBeenCalledOnce();
  expect(await findViolations(container)).toEqual([]);
});

it('a folder is said to be synced only when asked', () => {
  show({}, { isByHand: true });
  expect(factOf('Next round')).toHaveTextContent('When you ask for it, here');
});

describe('a round that is under way', () => {
  const PROGRESS = { phase: 'read', done: 3, total: 12 } as const;

  it('counts for the eye, says only its phase, and can be stopped', async () => {
    const { container, onStop } = show({ progress: PROGRESS });
    const bar = screen.getByRole('progressbar', { name: 'Progress of the round' });
    expect(bar).toHaveAttribute('value', '3');
    expect(bar).toHaveAttribute('max', '12');
    expect(screen.getByText('3 of 12')).toBeVisible();
    expect(said()).toContain('Reading');
    for (const status of said()) expect(status).not.toContain('12');
    expect(screen.queryByRole('button', { name: 'Sync now' })).toBeNull();
    await press('Stop');
    expect(onStop).toHaveBeenCalledOnce();
    expect(await findViolations(container)).toEqual([]);
  });

  it('has no measure while it is not known how much there is', async () => {
    const { container } = show({ progress: { phase: 'look', done: 0, total: null } });
    expect(screen.getByRole('progressbar')).not.toHaveAttribute('value');
    expect(await findViolations(container)).toEqual([]);
  });

  it('says that it is stopping', () => {
    show({ progress: PROGRESS }, { isStopping: true });
    expect(said()).toContain('Stopping');
    expect(screen.getByRole('button', { name: 'Stop' })).toBeDisabled();
  });
});

describe('a round that asks', () => {
  const named = {
    added: ['A first thought\nand more'],
    updated: ['note:c'],
    hidden: ['note:gone'],
    conflicts: ['note:a', 'note:b'],
  };
  const PREVIEW = { added: 12, updated: 1, hidden: 2, conflicts: 3, named, toSend: 5, here: 40 };
  const NAMES = new Map([
    ['note:a', 'Check the memory bandwidth'],
    ['note:b', 'Ask about HBM'],
    ['note:c', 'Yield of the second line'],
  ]);

  it('says what would change, names notes with two texts, and starts only on a click', async () => {
    const { container, onSync } = show({ rounds: [makeAsking(PREVIEW)] }, { names: NAMES });
    const panel = screen.getByRole('region', { name: 'What this round would do' });
    for (const line of [
      '12 notes are added here',
      '1 note here changes',
      '2 notes here are hidden, since they were deleted elsewhere',
      '3 notes then have two texts. Both are kept.',
      '5 changes are sent',
      'Check the memory bandwidth',
      'Ask about HBM',
      'and 1 more',
      'You have 40 notes here now.',
      'More than usual would change here. Nothing has been changed yet.',
    ]) {
      expect(within(panel).getByText(line)).toBeVisible();
    }
    expect(onSync).not.toHaveBeenCalled();
    await press('Start');
    expect(onSync).toHaveBeenCalledExactlyOnceWith(true);
    expect(await findViolations(container)).toEqual([]);
  });

  it('unfolds which notes are added and which change', async () => {
    const { container } = show({ rounds: [makeAsking(PREVIEW)] }, { names: NAMES });
    const added = screen.getByText('A first thought and more');
    expect(added).not.toBeVisible();
    await userEvent.click(screen.getByText('12 notes are added here'));
    expect(added).toBeVisible();
    expect(screen.getByText('and 11 more')).toBeVisible();
    await userEvent.click(screen.getByText('1 note here changes'));
    expect(screen.getByText('Yield of the second line')).toBeVisible();
    expect(await findViolations(container)).toEqual([]);
  });

  it('can be put off and looked at again', async () => {
    const { onSync, container } = show({ rounds: [makeAsking(PREVIEW)] });
    await press('Not now');
    expect(screen.queryByRole('button', { name: 'Start' })).toBeNull();
    expect(said()).toContain('Waiting for your word.');
    expect(await findViolations(container)).toEqual([]);
    await press('Look again');
    expect(screen.getByRole('button', { name: 'Start' })).toBeVisible();
    expect(onSync).not.toHaveBeenCalled();
  });

  it('the first time says so, also where nothing would change', () => {
    show({ rounds: [makeAsking({ toSend: 2 })] }, { isFirst: true });
    expect(screen.getByText('Nothing has been changed yet.')).toBeVisible();
    expect(screen.getByText('Nothing changes here.')).toBeVisible();
    expect(screen.getByText('2 changes are sent')).toBeVisible();
  });
});

describe('a failure', () => {
  it.each([
    { code: 'remote-permission', number: 22, button: 'Grant access again', calls: 'grant' },
    { code: 'vault-locked', number: 43, button: 'Enter the passphrase', calls: 'passphrase' },
    { code: 'vault-missing', number: 40, button: 'Start over here', calls: 'startOver' },
    { code: 'remote-denied', number: 21, button: 'Change address or sign-in', calls: 'change' },
    { code: 'remote-busy', number: 25, button: 'Try again', calls: 'onSync' },
  ] as const)('$code is number $number and offers "$button"', async ({ code, number, button, calls }) => {
    const shown = show({ rounds: [makeRound({ state: 'failed', report: null, code })] });
    expect(within(screen.getByRole('alert')).getByText(`Error ${number}`)).toBeVisible();
    await press(button);
    expect(shown[calls]).toHaveBeenCalledOnce();
    expect(await findViolations(shown.container)).toEqual([]);
  });

  it('for want of a network is none', () => {
    show({
      rounds: [makeRound({ state: 'failed', report: null, code: 'remote-unreachable' })],
      isOnline: false,
    });
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
