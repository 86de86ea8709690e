import { describe, expect, test } from 'vitest';
import { opened } from './opened';

describe('a mention of whose imposer its block says nothing', () => {
  const us = 'The US has export controls on chips.';
  test.each([
    { because: 'it is the one of before', blocks: [us, 'The export controls stay.'], opens: 'us' },
    { because: 'it may be any', blocks: [us, 'Export controls stay.'], opens: 'neutral' },
    {
      because: 'its goods are those of before',
      blocks: [us, 'Makers of chips bemoan export controls.'],
      opens: 'us',
    },
    {
      because: 'the first is nobody’s',
      blocks: ['On export controls.', us, 'The export controls stay.'],
      opens: 'neutral',
    },
    {
      because: 'it names goods of another',
      blocks: [us, 'The export controls on gallium stay.'],
      opens: 'neutral',
    },
    {
      because: 'two were of before',
      blocks: [us, 'Beijing has export controls on gallium.', 'The export controls stay.'],
      opens: 'neutral',
    },
    {
      because: 'its goods tell which of two',
      blocks: [us, 'Beijing has export controls on gallium.', 'The export controls on gallium stay.'],
      opens: 'cn',
    },
    {
      because: 'the last one before is of both',
      blocks: [us, 'Beijing and Washington have export controls.', 'The export controls stay.'],
      opens: 'neutral',
    },
    {
      because: 'the last one before is of both, and only one is named here',
      blocks: [
        'Beijing has export controls on gallium.',
        'Beijing and Washington have export controls.',
        'Makers of gallium bemoan the export controls.',
      ],
      opens: 'cn',
    },
    {
      because: 'its own words tell, whoever was the last',
      blocks: [
        'Tokyo has export controls on scanners.',
        'Beijing and Washington have export controls.',
        'Tokyo’s export controls stay.',
      ],
      opens: 'jp',
    },
    {
      because: 'it names another whose goods these can be',
      blocks: [us, 'American firms consulted Tokyo on export controls on a chip, not on scanners.'],
      opens: 'neutral',
    },
    {
      because: 'who else is named has none of these',
      blocks: [us, 'American firms consulted Tokyo on the export controls on a chip, not on scanners.'],
      opens: 'us',
    },
    {
      because: 'whoever else is only named says nothing',
      blocks: [us, 'Beijing spoke.', 'The export controls stay.'],
      opens: 'us',
    },
    {
      because: 'whoever has it needs goods that only the page names',
      blocks: ['Tokyo has export controls on scanners.', 'Tokyo’s export controls stay.'],
      opens: 'jp',
    },
    {
      because: 'whoever has it needs goods that nothing names',
      blocks: ['Tokyo has export controls on rice.', 'Tokyo’s export controls stay.'],
      opens: 'neutral',
    },
    {
      because: 'it is only spoken of at a place',
      blocks: ['Beijing has export controls on gallium.', 'In Washington they spoke of the export controls.'],
      opens: 'cn',
    },
  ])('opens $opens where $because', ({ blocks, opens }) => {
    expect(opened(blocks.join('\n\n')).at(-1)).toBe(opens);
  });

  test('of a long page the first blocks tell, and of what stands behind those', () => {
    const blocks = [us, ...Array(300).fill('The export controls stay.')];
    expect(new Set(opened(blocks.join('\n\n')))).toEqual(new Set(['us']));
  });

  test('one that is nobody’s in between tells nothing', () => {
    const blocks = [us, 'Export controls leak.', 'The export controls stay.'];
    expect(opened(blocks.join('\n\n'))).toEqual(['us', 'neutral', 'us']);
  });

  test('what is no mention tells nothing of it', () => {
    const blocks = ['On quotas.', us, 'The export controls stay.'];
    expect(opened(blocks.join('\n\n'))).toEqual(['us', 'us']);
    expect(opened([...blocks, 'A tariff.'].join('\n\n'))).toEqual(['neutral', 'us', 'neutral']);
  });

  test('what comes later tells nothing of it', () => {
    const blocks = [us, 'The export controls stay.', 'Beijing has export controls on gallium.'];
    expect(opened(blocks.join('\n\n'))).toEqual(['us', 'us', 'cn']);
  });
});
