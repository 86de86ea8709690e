import { expect, it } from 'vitest';
import { decideState, type Known } from '@/components/sync/sync-state';
import { makeAsking, makeKnown, makeRound, makeSchedule } from './sync-builders';

const failed = (code: 'remote-denied' | 'remote-busy' | 'remote-unreachable') =>
  makeRound({ state: 'failed', report: null, code });

const cases: { known: Partial<Known>; state: string; because: string }[] = [
  { known: {}, state: 'inStep', because: 'the last round is done and nothing waits' },
  { known: { rounds: [] }, state: 'never', because: 'none was made' },
  { known: { toSend: 2 }, state: 'toSend', because: 'two changes wait' },
  {
    known: { rounds: [makeAsking()], toSend: 2 },
    state: 'asks',
    because: 'nothing goes before the reader said so',
  },
  {
    known: { rounds: [failed('remote-denied')] },
    state: 'failed',
    because: 'only the reader can mend a password',
  },
  {
    known: { rounds: [failed('remote-busy')] },
    state: 'waits',
    because: 'the storage asked us to come back',
  },
  {
    known: { rounds: [failed('remote-unreachable')], isOnline: false },
    state: 'offline',
    because: 'being offline is no failure',
  },
  {
    known: { rounds: [failed('remote-unreachable')] },
    state: 'waits',
    because: 'the storage is away, the network is not',
  },
  { known: { isOnline: false, toSend: 3 }, state: 'offline', because: 'nothing can be sent' },
  {
    known: { rounds: [failed('remote-denied')], isOnline: false },
    state: 'failed',
    because: 'a network would not mend it',
  },
  {
    known: { schedule: makeSchedule({ isPaused: true }), rounds: [failed('remote-denied')] },
    state: 'paused',
    because: 'the reader wants none',
  },
  {
    known: { schedule: makeSchedule({ isPaused: true }), progress: { phase: 'look', done: 0, total: null } },
    state: 'syncing',
    because: 'one is running all the same',
  },
  {
    known: { rounds: [makeRound({ state: 'stopped', report: null })] },
    state: 'stopped',
    because: 'the reader stopped it',
  },
];

it.each(cases)('$state: $because', ({ known, state }) => {
  expect(decideState(makeKnown(known)).state).toBe(state);
});
