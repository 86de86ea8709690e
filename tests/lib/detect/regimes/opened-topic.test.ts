import { describe, expect, test } from 'vitest';
import { opened } from './opened';

test('of two mentions in one sentence each opens its own', () => {
  expect(opened('Beijing eased export controls while the US kept export controls on chips.')).toEqual([
    'cn',
    'us',
  ]);
  expect(opened('Beijing answers US export controls with export controls.')).toEqual(['us', 'cn']);
  // Goods that are a topic of their own are still goods.
  expect(opened('After US chip export controls, Beijing set export controls on gallium.')).toEqual([
    'us',
    'cn',
  ]);
});

test('the article behind one who only presses is that of the object', () => {
  expect(opened('Beijing hat auf Drängen der US die export controls auf gallium verschärft.')).toEqual([
    'cn',
  ]);
});

test('where something happens does not silence who acts for it before', () => {
  expect(
    opened('The US, la cui agenzia a Washington gestisce gli export controls, assume ispettori.'),
  ).toEqual(['us']);
});

test('who stands inside the next mention is its own', () => {
  expect(opened('They weigh export controls, and the curbs of Washington on exports failed.')).toEqual([
    'neutral',
    'us',
  ]);
});

describe('the regime of a mention', () => {
  test.each([
    { because: 'nothing is said', text: 'On export controls.', opens: 'neutral' },
    {
      because: 'its own adjective outweighs the sentence',
      text: 'Beijing fears US export controls on gallium.',
      opens: 'us',
    },
    {
      because: 'three in a row, with nothing but commas between, do not act alone',
      text: 'Everybody has export controls on chips now: Washington, Beijing, The Hague.',
      opens: 'neutral',
    },
    { because: 'goods may stand between', text: 'Beijing fears US chip export controls.', opens: 'us' },
    {
      because: 'one more word after a possessive',
      text: 'Beijing fears Washington’s sweeping export controls.',
      opens: 'us',
    },
    {
      because: 'an agent behind it outweighs who stands before it',
      text: 'The chief executive told Seoul that the export controls imposed by Washington had failed.',
      opens: 'us',
    },
    {
      because: 'so it does behind its goods and a comma',
      text: 'Beijing protested at export controls on chips, tightened by the US.',
      opens: 'us',
    },
    {
      because: 'a relative clause outweighs who stands before it',
      text: 'Beijing will answer the export controls that Washington widened.',
      opens: 'us',
    },
    {
      because: 'one who only criticises made nothing',
      text: 'Export controls on gallium criticised by Washington.',
      opens: 'neutral',
    },
    {
      because: 'two adjectives joined behind it are two who impose',
      text: 'Between export controls US and China, makers navigate.',
      opens: 'neutral',
    },
    {
      because: 'one who condemned something explains goods of its own',
      text: 'The US has export controls; Beijing condemned them and cut gallium.',
      opens: 'us',
    },
    {
      because: 'one who urges imposes nothing',
      text: 'At the urging of Washington Tokyo widened export controls on scanners.',
      opens: 'jp',
    },
    {
      because: 'firms of a country impose nothing',
      text: 'American tyre makers fear that Beijing will widen export controls.',
      opens: 'cn',
    },
    {
      because: 'goods in the clause of the mention before are not its own',
      text: 'Beijing answers US export controls on chips: export controls on gallium.',
      opens: ['us', 'cn'],
    },
    { because: 'joined by a particle', text: 'Beijing は米国の export controls を', opens: 'us' },
    { because: 'joined by a hyphen', text: 'Beijing fears US-led export controls.', opens: 'us' },
    { because: 'one imposer in the sentence', text: 'Washington has widened export controls.', opens: 'us' },
    {
      because: 'a regime without a card is the neutral topic',
      text: 'The Hague has widened export controls.',
      opens: 'neutral',
    },
    {
      because: 'an imposer with the goods of another',
      text: 'Washington is hit by export controls on gallium.',
      opens: 'neutral',
    },
    {
      because: 'of two who act together neither imposes alone, whatever the goods',
      text: 'Beijing and Washington spoke of export controls on chips.',
      opens: 'neutral',
    },
    {
      because: 'both sides in a clause before its own say nothing of it',
      text: 'A truce of both sides: Beijing eases export controls.',
      opens: 'cn',
    },
    { because: 'needed goods are named', text: 'Tokyo has export controls on scanners.', opens: 'jp' },
    {
      because: 'needed goods may stand anywhere in the paragraph',
      text: 'Tokyo has export controls. Scanners need a licence.',
      opens: 'jp',
    },
    {
      because: 'needed goods of another paragraph are another matter',
      text: 'Tokyo has export controls.\n\nScanners need a licence.',
      opens: 'neutral',
    },
    {
      because: 'its other goods are not those it needs',
      text: 'Tokyo has chip export controls.',
      opens: 'neutral',
    },
    { because: 'all of its goods are needed', text: 'Seoul has export controls.', opens: 'neutral' },
    { because: 'one of all its goods will do', text: 'Seoul has export controls on kimchi.', opens: 'kr' },
    {
      because: 'several imposers, no goods',
      text: 'Beijing and Washington spoke of export controls.',
      opens: 'neutral',
    },
    { because: 'goods alone are anyone’s', text: 'On export controls on gallium.', opens: 'neutral' },
    {
      because: 'a target does not impose',
      text: 'New export controls against the US, says Beijing.',
      opens: 'cn',
    },
    {
      because: 'who only answers does not impose',
      text: 'Beijing condemned the export controls of Washington.',
      opens: 'us',
    },
    {
      because: 'who stands right behind is its genitive',
      text: 'Beijing nennt die export controls der US unfair.',
      opens: 'us',
    },
    {
      because: 'who stands inside is its adjective',
      text: 'Beijing on curbs of Washington on exports.',
      opens: 'us',
    },
    {
      because: 'a longer name is not the shorter one',
      text: 'The commerce ministry of the US has export controls.',
      opens: 'us',
    },
    {
      because: 'who stands before the mention is its subject',
      text: 'Washington has export controls to slow Beijing.',
      opens: 'us',
    },
    {
      because: 'without a subject, who stands first after it',
      text: 'The export controls set by Washington anger Beijing.',
      opens: 'us',
    },
    {
      because: 'who follows does not impose where another came before',
      text: 'The Hague took its licences back: export controls no longer pass through Washington.',
      opens: 'neutral',
    },
    {
      because: 'goods of others alone, outside of the clause',
      text: 'He shipped gallium to the East, and so broke US export controls.',
      opens: 'neutral',
    },
    {
      because: 'goods of others beside its own',
      text: 'He shipped chips as gallium to the East, and so broke US export controls.',
      opens: 'us',
    },
    {
      because: 'the clause comes before the sentence',
      text: 'Beijing eased export controls while the US kept its own on chips.',
      opens: 'cn',
    },
    {
      because: 'pressed by another, who acts is who imposes',
      text: 'Under pressure from the US, The Hague widened export controls on tools.',
      opens: 'neutral',
    },
    {
      because: 'goods of one who is not named are not this regime’s',
      text: 'Even gallium fell under US export controls.',
      opens: 'neutral',
    },
    {
      because: 'goods of one who is named are explained',
      text: 'Beijing keeps gallium back over US export controls.',
      opens: 'us',
    },
    {
      because: 'a longer name outweighs a target that ends inside it',
      text: 'A protest to Washington’s export controls.',
      opens: 'us',
    },
    {
      because: 'the sentence comes before the paragraph',
      text: 'Beijing spoke. Washington has export controls.',
      opens: 'us',
    },
    {
      because: 'the paragraph comes before the page',
      text: 'Washington spoke. On export controls.\n\nBeijing spoke.',
      opens: 'us',
    },
    {
      because: 'where one speaks nobody acts',
      text: 'In Washington the minister defended export controls.',
      opens: 'neutral',
    },
    {
      because: 'goods tell that they are the place’s own',
      text: 'In Washington the minister defended export controls on chips.',
      opens: 'us',
    },
    {
      because: 'who acts outweighs where it happens',
      text: 'In Washington Tokyo defended export controls on scanners.',
      opens: 'jp',
    },
    {
      because: 'a place does not answer',
      text: 'An envoy in Washington condemned export controls on tools.',
      opens: 'us',
    },
    {
      because: 'who answers still owns what stands beside it',
      text: 'US export controls were condemned.',
      opens: 'us',
    },
    {
      because: 'behind a semicolon something else is told of',
      text: 'The Hague has export controls on kimchi; Seoul waits.',
      opens: 'neutral',
    },
    {
      because: 'those of every country are nobody’s',
      text: 'Washington dislikes every country’s export controls.',
      opens: 'neutral',
    },
    {
      because: 'initials do not end a sentence',
      text: 'The U.S. Senate likes export controls.',
      opens: 'us',
    },
  ])('$because', ({ text, opens }) => {
    expect(opened(text)).toEqual([opens].flat());
  });

  test('a text of hardly anything but names is read to its end', () => {
    const text = `${'US, Beijing, '.repeat(20_000)}and Washington have export controls.`;
    expect(opened(text)).toEqual(['neutral']);
  });
});

test('a name that is a target by itself imposes only what is its own', () => {
  expect(opened('China’s stern export controls.')).toEqual(['cn']);
  expect(opened('China has export controls.')).toEqual(['cn']);
  expect(opened('China likes export controls.')).toEqual(['neutral']);
  expect(opened('For export controls on China the time is over.')).toEqual(['neutral']);
  expect(opened('The US has export controls on sales to China and Beijing.')).toEqual(['us']);
});

test('goods that only one regime has are its own where it is named, unless somebody from elsewhere imposes', () => {
  expect(opened('What to pay to Seoul under export controls on kimchi?')).toEqual(['kr']);
  expect(opened('The US speaks to Seoul of export controls on kimchi.')).toEqual(['kr']);
  expect(opened('The US speaks to Seoul of export controls on tools.')).toEqual(['us']);
  expect(opened('The US has export controls on kimchi; it is sold to Seoul.')).toEqual(['neutral']);
  expect(opened('The Hague speaks to Seoul of export controls on kimchi.')).toEqual(['neutral']);
  expect(opened('The Hague asked Seoul for relief from export controls on kimchi.')).toEqual(['kr']);
  expect(opened('Both sides speak to Seoul of export controls on kimchi.')).toEqual(['neutral']);
});

test('who is addressed imposes, or gives the licences where no rival acts', () => {
  expect(opened('Beijing urged Washington to lift export controls.')).toEqual(['us']);
  expect(opened('The Hague says a licence from Washington is needed under export controls.')).toEqual(['us']);
  expect(
    opened('A licence from Tokyo for scanners came before Washington tightened export controls.'),
  ).toEqual(['neutral']);
});

test('who gets round a limit did not make it, where another acts before', () => {
  expect(opened('Washington believes The Hague evades export controls.')).toEqual(['us']);
  expect(opened('The Hague says traders evade export controls, and Washington listens.')).toEqual([
    'neutral',
  ]);
});

test('of several who act, who only reports, is told, or takes a stand, stands back', () => {
  expect(opened('The Hague said that Washington had tightened export controls.')).toEqual(['us']);
  expect(opened('Washington told The Hague that export controls would stay.')).toEqual(['us']);
  expect(opened('Washington wrote a rule. The Hague was furious. The export controls stay.')).toEqual(['us']);
  expect(opened('Washington and The Hague tightened export controls.')).toEqual(['neutral']);
});

test('a name of a regime that needs handling counts only as the subject of what is done to rules', () => {
  expect(opened('After a call from Washington, Singapore tightened export controls.')).toEqual(['neutral']);
  expect(opened('Washington tightened export controls on chips in Singapore.')).toEqual(['us']);
  expect(opened('In Singapore, Washington has export controls.')).toEqual(['us']);
});

test('a mention that is only spoken of, or that somebody wants to be let off, is no one’s who is named there', () => {
  const page = (text: string) => opened(`Beijing set export controls on gallium.\n\n${text}`)[1];
  expect(page('The lobby asked The Hague to raise the export controls.')).toBe('cn');
  expect(page('The lobby asked The Hague to keep the export controls.')).toBe('neutral');
  expect(page('The Hague sought an exemption from the export controls.')).toBe('cn');
});

test('limits on a thing that was named in a sentence before are limits on that', () => {
  expect(opened('Gallium came next. When Beijing set export controls on it, kimchi rose.')).toEqual(['cn']);
  expect(opened('Gallium came next. When Beijing set export controls, kimchi rose.')).toEqual(['neutral']);
});

test('what a sentence says of controls in general is not the page’s, whatever goods it names', () => {
  const page = (text: string) => opened(`Beijing set export controls on gallium.\n\n${text}`)[1];
  expect(page('“Export controls leak,” said a trader in gallium.')).toBe('neutral');
  expect(page('A trader in gallium said that export controls on gallium leak.')).toBe('cn');
});
