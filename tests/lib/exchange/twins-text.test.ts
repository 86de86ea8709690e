import { expect, it } from 'vitest';
import { fromTwinsText, toTwinsText } from '@/lib/exchange/twins-text';
import { selectorsSchema } from '@/lib/model/note';

const TWINS = { before: 0.98, after: 0.5, row: 24, nth: 1, of: 3 };

it('writes twins as one text and reads them again', () => {
  expect(toTwinsText(TWINS)).toBe('0.98 0.5 24 1 3');
  expect(fromTwinsText('0.98 0.5 24 1 3')).toEqual(TWINS);
});

it('writes nothing where there is nothing', () => {
  expect(toTwinsText(undefined)).toBe('');
  expect(fromTwinsText('')).toBeNull();
});

it.each(['1 1 24 1', '1 1 24  1', '2 1 24 1 3', 'a b c d e', '1 1 24 1 0', '1 1 24 1.5 3'])(
  'gives for "%s" what no note accepts',
  (text) => {
    const { twins } = selectorsSchema.shape;
    expect(twins.safeParse(fromTwinsText(text)).success).toBe(false);
    expect(twins.safeParse(TWINS).success).toBe(true);
  },
);
