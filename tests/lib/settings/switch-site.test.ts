import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Settings } from '@/lib/model/settings';
import { isSiteOn } from '@/lib/settings/is-site-on';
import { switchBack, switchSite } from '@/lib/settings/switch-site';

const host = fc.constantFrom(
  'example.com',
  'www.example.com',
  'news.example.com',
  'a.news.example.com',
  'example.org',
  'com',
);
const sites: fc.Arbitrary<Settings['sites']> = fc.record({
  mode: fc.constantFrom('except' as const, 'only' as const),
  off: fc.array(host, { maxLength: 4 }),
  on: fc.array(host, { maxLength: 4 }),
});

test('a site is on after it was switched on, and off after it was switched off, in either mode', () => {
  fc.assert(
    fc.property(sites, host, fc.boolean(), (before, name, on) => {
      const after = switchSite(before, name, on);
      expect(isSiteOn(name, after)).toBe(on);
      expect(after.mode).toBe(before.mode);
    }),
  );
});

test('a switch that is taken back lists what was listed before, and leaves other sites as they are by then', () => {
  const listed = ({ mode, off, on }: Settings['sites']) => ({ mode, off: new Set(off), on: new Set(on) });
  fc.assert(
    fc.property(sites, host, fc.boolean(), (before, name, on) => {
      const after = switchSite(before, name, on);
      expect(listed(switchBack(after, before, after))).toEqual(listed(before));
      const other = { ...after, off: [...after.off, 'other.example'] };
      expect(switchBack(other, before, after).off).toContain('other.example');
    }),
  );
});

test('switching off and on again leaves a fresh list as it was', () => {
  const before: Settings['sites'] = { mode: 'except', off: ['example.org'], on: [] };
  expect(switchSite(switchSite(before, 'www.example.com', false), 'www.example.com', true)).toEqual(before);
});

test('a site is listed without www, so that its other hosts follow', () => {
  const after = switchSite({ mode: 'except', off: [], on: [] }, 'www.Example.com'.toLowerCase(), false);
  expect(after.off).toEqual(['example.com']);
});
