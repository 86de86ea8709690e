import { expect, test } from 'vitest';
import { anyOf } from '@/lib/detect/regimes/any-of';

test('each expression keeps its own case', () => {
  const either = anyOf(/^ author/i, /^ Autor/);
  expect([' Author', ' Autor', ' autorise'].map((text) => either.test(text))).toEqual([true, true, false]);
});
