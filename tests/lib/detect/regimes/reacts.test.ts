import { expect, test } from 'vitest';
import { isInReply, isReacting } from '@/lib/detect/regimes/reacts';
import { around } from './around';

test.each([
  { marked: '[Beijing] was furious. The ', is: true },
  { marked: '[Peking] drohte mit Vergeltung. Die ', is: true },
  { marked: '[Pékin] n’a pas réagi. Les ', is: true },
  { marked: '[Pekín] guardó silencio. Los ', is: true },
  { marked: '[Pechino] tace. I ', is: true },
  { marked: '[Пекин] возмутился. ', is: true },
  { marked: 'غضبت [بكين]. تسري ', is: true },
  { marked: '[बीजिंग] भड़क गया। ', is: true },
  { marked: '[北京]大怒。', is: true },
  { marked: '[中国]は激怒した。', is: true },
  { marked: '[중국]은 격분했다. ', is: true },
  { marked: '[Beijing] answered with a rule of its own. The ', is: false },
  { marked: '[Beijing] threatened ', is: false },
  { marked: 'O [governo] explicou ao Parlamento. Os ', is: false },
])('it only takes a stand in “$marked”: $is', ({ marked, is }) => {
  const [text, start, end] = around(marked);
  expect(isReacting(text, start, end, text.length)).toBe(is);
});

test.each([
  { rest: ' of October 4 was itself a reply.', is: true },
  { rest: ' came in response.', is: true },
  { rest: ' drew a reply.', is: false },
])('a mention before “$rest” answers another’s: $is', ({ rest, is }) => {
  expect(isInReply(rest)).toBe(is);
});
