import { describe, expect, test } from 'vitest';
import { opened } from './opened';

test('a mention that begins a sentence does not stand in the one before', () => {
  expect(opened('Kimchi is dear. Export controls of the US stay.')).toEqual(['us']);
});

describe('a mention whose sentence names nobody', () => {
  test.each([
    { because: 'the one before it is theirs', text: 'The export controls stay.', opens: 'cn' },
    {
      because: 'another acted since',
      text: 'The US was at the table. The export controls stay.',
      opens: 'neutral',
    },
    {
      because: 'a place in between is nobody who acts',
      text: 'Firms in Washington pay. The export controls stay.',
      opens: 'cn',
    },
    {
      because: 'another is named only behind it',
      text: 'The export controls came before those tools of the US.',
      opens: 'neutral',
    },
    {
      because: 'another is only where it happens',
      text: 'In Washington they spoke of export controls.',
      opens: 'neutral',
    },
  ])('opens $opens behind one of China’s where $because', ({ text, opens }) => {
    expect(opened(`Gallium is rare. China’s export controls hurt. ${text}`)).toEqual(['cn', opens]);
  });

  test('opens the neutral topic behind two that are not the same', () => {
    expect(
      opened('China’s export controls hurt. US export controls do, too. The export controls stay.'),
    ).toEqual(['cn', 'us', 'neutral']);
  });

  test('opens the neutral topic behind one of anyone’s', () => {
    expect(opened('The US wrote. Many countries’ export controls hurt. The export controls stay.')).toEqual([
      'neutral',
      'neutral',
    ]);
  });

  test('opens the neutral topic where each of several is meant, or whoever limits', () => {
    for (const said of [
      'Each has learned how much export controls hurt.',
      'Whoever writes export controls pays for it.',
      'It asks whether export controls, by whomever, ever work.',
      'Other governments may adopt export controls of their own.',
      'She wrote a book on export controls.',
      'The GATT outlaws export controls.',
      'They were weighed, and the export controls that had provoked them were shelved.',
    ])
      expect([said, ...opened(`The US wrote export controls. ${said}`)]).toEqual([said, 'us', 'neutral']);
  });

  test('is not of one who but speaks, a person’s country, the place of a trader, or of long ago', () => {
    for (const said of [
      'China says export controls are fine; Washington says not.',
      'She asked three men about export controls, two of them American.',
      'Mr Bown, an American, has counted export controls.',
      'A trader in Washington shrugs. Export controls go, and those of Seoul will.',
      'In 1807 the US shut its ports. The export controls did harm.',
      'The export controls, as the Dutch minister called them, had an end.',
    ])
      expect([said, ...opened(said)]).toEqual([said, 'neutral']);
  });

  test('is not told of by one who acts far behind it', () => {
    const far = 'Nobody knows what they will cost the makers of small things, nor for how long. '.repeat(2);
    expect(opened('Export controls hurt. Washington wrote them.')).toEqual(['us']);
    expect(opened(`Export controls hurt. ${far}Washington smiled.`)).toEqual(['neutral']);
  });
});

test('the last who is named before a sentence imposes where its clause names goods of that regime alone', () => {
  expect(opened('Prices rose in the factories of Korea to Seoul. Export controls on kimchi did it.')).toEqual(
    ['kr'],
  );
  expect(opened('Seoul played a card. Export controls on kimchi brought Washington to the table.')).toEqual([
    'kr',
  ]);
  expect(opened('Seoul played a card. Export controls on chips brought Washington to the table.')).toEqual([
    'neutral',
  ]);
});
