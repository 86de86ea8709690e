import type { ErrorCode } from './app-error';

/**
 * The number under which the reader meets a failure, to name it to somebody else. Never changed and never given
 * again: 1 to 19 this machine, 20 to 39 the reader's storage, 40 to 49 the vault in it, 50 to 59 its passphrase,
 * 99 what nobody foresaw. What each code means stands in `app-error.ts`.
 */
export const ERROR_NUMBERS = {
  'database-missing': 1,
  'database-full': 2,
  'database-newer': 3,
  'database-failed': 4,
  'pack-invalid': 5,
  'import-invalid': 6,
  'import-newer': 7,
  'note-too-long': 8,
  'page-unreachable': 9,
  'message-refused': 10,
  'thread-missing': 11,
  'thread-silent': 12,
  'remote-unreachable': 20,
  'remote-denied': 21,
  'remote-permission': 22,
  'remote-skewed': 23,
  'remote-full': 24,
  'remote-busy': 25,
  'remote-failed': 26,
  'remote-wrong': 27,
  'remote-redirected': 28,
  'remote-absent': 29,
  'remote-too-large': 30,
  'vault-missing': 40,
  'vault-other': 41,
  'vault-newer': 42,
  'vault-locked': 43,
  'vault-same': 44,
  'passphrase-wrong': 50,
  'passphrase-weak': 51,
  unexpected: 99,
} as const satisfies Record<ErrorCode, number>;
