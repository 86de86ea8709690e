import { describe, expect, test } from 'vitest';
import { opened } from './opened';

describe('a mention of whose imposer its block says nothing', () => {
  const us = 'The US has export controls on chips.';
  test.each([
    {
      because: 'two blocks say the same, and its goods can be theirs',
      blocks: ['On export controls on tools.', us, us],
      opens: 'us',
    },
    { because: 'it names no goods', blocks: ['On export controls.', us, us], opens: 'neutral' },
    {
      because: 'it names goods of another',
      blocks: ['On export controls on gallium.', us, us],
      opens: 'neutral',
    },
    { because: 'one block is not enough', blocks: ['On export controls on tools.', us], opens: 'neutral' },
    {
      because: 'one mention is another’s',
      blocks: ['On export controls on chips.', us, us, 'Beijing has export controls on gallium.'],
      opens: 'neutral',
    },
    {
      because: 'one mention stays neutral',
      blocks: ['On export controls on chips.', us, us, 'Beijing and Washington have export controls.'],
      opens: 'neutral',
    },
    {
      because: 'it names another whose goods these can be',
      blocks: ['American firms consulted Tokyo on export controls on a chip, not on scanners.', us, us],
      opens: 'neutral',
    },
    {
      because: 'whoever else is only named says nothing',
      blocks: ['On export controls on tools.', us, us, 'Beijing spoke.'],
      opens: 'us',
    },
  ])('opens $opens where $because', ({ blocks, opens }) => {
    expect(opened(blocks.join('\n\n'))[0]).toBe(opens);
  });
});
