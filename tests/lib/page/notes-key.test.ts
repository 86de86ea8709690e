import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint, toNotesKey } from '@/lib/page/notes-key';

describe('the key of a site', () => {
  it.each(['example.com', 'www.example.com', 'm.news.example.com'])(
    'is one for all hosts of it: %s',
    (host) => {
      expect(toNotesKey(host)).toBe(toNotesKey('example.com'));
    },
  );

  it('is another one for another site, and names none', () => {
    expect(toNotesKey('example.org')).not.toBe(toNotesKey('example.com'));
    expect(toNotesKey('example.com')).toMatch(/^notes:-?\d+$/);
  });
});

describe('a fingerprint', () => {
  it('has 32 bits and is the same each time', () => {
    fc.assert(
      fc.property(fc.string(), (address) => {
        const mark = fingerprint(address);
        expect(mark).toBe(mark | 0);
        expect(fingerprint(address)).toBe(mark);
      }),
    );
  });

  it('tells addresses apart that differ in one letter', () => {
    const addresses = Array.from({ length: 5_000 }, (_, number) => `https://www.example.com/story-${number}`);
    // As many pairs of equal ones as 32 random bits would give among so many, at most.
    expect(new Set(addresses.map(fingerprint)).size).toBeGreaterThan(addresses.length - 10);
  });
});
