import { expect, it } from 'vitest';
import { composeLook } from '@/lib/packs/compose-look';

it('styles each group by line and hue, on screen only, without background or colour of the text', () => {
  const sheet = composeLook(['huawei', 'nvidia', 'ascend', 'export-controls', 'chips'], false).sheet;
  const rules = [...sheet.matchAll(/::highlight\((.+?)\)\{(.+?)\}/g)];
  expect(rules.map(([, name]) => name)).toEqual(
    ['huawei', 'nvidia', 'ascend', 'export-controls', 'chips'].map((group) => `sidelight-${group}`),
  );
  const lines = rules.map(([, , rule]) => /underline (\w+ [\d.]+px)/.exec(rule as string)?.[1]);
  expect(new Set(lines).size).toBe(5);
  expect(sheet).toMatch(/^@media screen\{/);
  expect(sheet).not.toMatch(/background|[{;]color:/);
});

it('styles the root alone where elements inherit', () => {
  const { sheet } = composeLook(['huawei', 'nvidia'], true);
  expect(sheet.match(/(?<=[{}]):root::highlight/g)).toHaveLength(2);
});
