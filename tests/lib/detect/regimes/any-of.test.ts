import { expect, test } from 'vitest';
import { anyOf } from '@/lib/detect/regimes/any-of';

test('each expression keeps its own case', () => {
  const either = anyOf(/^ author/i, /^ Autor/);
  expect([' Author', ' Autor', ' autorise'].map((text) => either.test(text))).toEqual([true, true, false]);
});

test('what one of them says of Unicode holds for all', () => {
  expect(anyOf(/^\p{Lu}/u, /^a/).test('Ä')).toBe(true);
});
