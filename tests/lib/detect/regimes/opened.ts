import { compileIndex } from '@/lib/detect/compile-index';
import { findMentions } from '@/lib/detect/find-mentions';
import { loadWhole } from '@/lib/detect/load-whole';
import { makeTopic } from '../make-topic';

const index = loadWhole(
  compileIndex([
    makeTopic('neutral', {
      terms: ['export controls', 'curbs of Washington on exports', { text: 'quotas', onPage: ['tariff'] }],
      regimes: [
        {
          id: 'us',
          topic: 'us',
          name: 'US',
          imposers: [
            'US',
            'American',
            'Washington',
            '米国',
            'Washington’s export',
            'commerce ministry of the US',
          ],
          goods: ['chip', 'chips', 'tools'],
          targets: ['against the US', 'to Washington'],
          reactions: ['condemned'],
        },
        {
          id: 'cn',
          topic: 'cn',
          name: 'China',
          imposers: ['Beijing', 'commerce ministry', 'China'],
          targets: ['China'],
          goods: ['gallium'],
          reactions: ['condemned'],
        },
        { id: 'nl', name: 'Netherlands', imposers: ['The Hague'], goods: ['tools'] },
        {
          id: 'jp',
          topic: 'jp',
          name: 'Japan',
          imposers: ['Tokyo'],
          goods: ['chip', 'scanners'],
          needs: ['scanners'],
        },
        {
          id: 'kr',
          topic: 'kr',
          name: 'Korea',
          imposers: ['Seoul'],
          targets: ['to Seoul'],
          goods: ['kimchi'],
          needs: 'goods',
        },
        { id: 'both', name: 'Both sides', imposers: ['both sides'] },
        { id: 'far', name: 'Far', imposers: ['Singapore'], onlyHandling: true },
      ],
    }),
    makeTopic('us', {}),
    makeTopic('cn', {}),
    makeTopic('jp', {}),
    makeTopic('kr', {}),
    makeTopic('metals', { terms: ['gallium'] }),
  ]),
);

/** What the mentions of the neutral topic open in a text, in order; an empty line parts its blocks. */
export function opened(text: string): string[] {
  return findMentions(index, text)
    .filter(({ topic }) => topic === 'neutral')
    .map(({ opens }) => opens);
}
