/**
 * The vaults that an installation can have: the reader's own, and one shared with others. Each has a database, a
 * connection and a replica id of its own, so that nothing of the one can get into the other but through a move that
 * the reader asks for.
 */
export const VAULTS = ['own', 'shared'] as const;
export type VaultName = (typeof VAULTS)[number];
