import { expect, it } from 'vitest';
import { DraftWriter } from '@/components/hooks/draft-writer';

/** A store whose writes end when the test says so. */
function makeStore() {
  const begun: string[] = [];
  const ends: ((failure?: Error) => void)[] = [];
  const failures: unknown[] = [];
  const writer = new DraftWriter<string>(
    (value) =>
      new Promise((resolve, reject) => {
        begun.push(value);
        ends.push((failure) => (failure ? reject(failure) : resolve()));
      }),
    (thrown) => failures.push(thrown),
  );
  const end = async (failure?: Error) => {
    ends.shift()?.(failure);
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
  };
  return { writer, begun, failures, end };
}

it('begins to write with the first keystroke', () => {
  const { writer, begun } = makeStore();
  writer.put('a');
  expect(begun).toEqual(['a']);
});

it('writes only the newest of what came in the meantime, after the one under way', async () => {
  const { writer, begun, end } = makeStore();
  for (const value of ['a', 'ab', 'abc']) writer.put(value);
  expect(begun).toEqual(['a']);
  await end();
  expect(begun).toEqual(['a', 'abc']);
});

it('does not wait its turn when the page goes away', () => {
  const { writer, begun } = makeStore();
  writer.put('a');
  writer.put('ab');
  writer.hurry();
  expect(begun).toEqual(['a', 'ab']);
  writer.hurry();
  expect(begun).toEqual(['a', 'ab']);
});

it('goes on after a failed write, and tells of it', async () => {
  const { writer, begun, failures, end } = makeStore();
  writer.put('a');
  writer.put('ab');
  await end(new Error('full'));
  expect(failures).toHaveLength(1);
  expect(begun).toEqual(['a', 'ab']);
});

it('is settled when nothing is left to write', async () => {
  const { writer, end } = makeStore();
  writer.put('a');
  const settled = writer.settle();
  await end();
  await settled;
  writer.put('b');
  await end();
  await writer.settle();
});
