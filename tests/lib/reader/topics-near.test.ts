// @vitest-environment jsdom
import { expect, it } from 'vitest';
import type { HeldBlock, Spot } from '@/lib/reader/held-blocks';
import { topicsNear } from '@/lib/reader/topics-near';

const LINES = ['Nvidia sold chips to Huawei. SMIC makes them, too.', 'ASML waits. So does Nvidia.'];
const NAMES = ['Nvidia', 'Huawei', 'SMIC', 'ASML'];

/** The lines as paragraphs, and the mentions of the names in them. */
function readLines(): { nodes: Text[]; spots: Spot[] } {
  document.body.replaceChildren();
  const nodes = LINES.map((line) => {
    const paragraph = document.createElement('p');
    paragraph.textContent = line;
    document.body.append(paragraph);
    return paragraph.firstChild as Text;
  });
  const spots = LINES.flatMap((text, id) => {
    const block = { text, nodes: [nodes[id] as Text], starts: [0], end: 0, isNode: true };
    const held: HeldBlock = { id, block, found: [], mentions: [], painted: [], marks: [] };
    return NAMES.flatMap((name) => {
      const start = text.indexOf(name);
      const topic = name.toLowerCase();
      const mention = { start, end: start + name.length, topic, opens: topic, group: topic };
      return start < 0 ? [] : [{ held, mention }];
    });
  });
  return { nodes, spots };
}

it.each([
  {
    from: 'sold',
    to: 'Huawei',
    within: ['huawei'],
    around: ['nvidia', 'smic'],
    because: 'its end is quoted',
  },
  {
    from: 'makes',
    to: 'them',
    within: [],
    around: ['nvidia', 'huawei', 'smic'],
    because: 'all stand beside it',
  },
  { from: 'Nvid', to: 'chips', within: ['nvidia'], around: ['huawei', 'smic'], because: 'a part is quoted' },
])('finds $within within and $around around "$from … $to": $because', ({ from, to, within, around }) => {
  const { nodes, spots } = readLines();
  const [line] = nodes as [Text];
  const passage = document.createRange();
  passage.setStart(line, line.data.indexOf(from));
  passage.setEnd(line, line.data.indexOf(to) + to.length);
  expect(topicsNear(passage, spots)).toEqual({ within, around });
});

it('takes a topic that stands in the passage and beside it as within, over several paragraphs', () => {
  const { nodes, spots } = readLines();
  const [first, second] = nodes as [Text, Text];
  const passage = document.createRange();
  passage.setStart(first, first.data.indexOf('SMIC'));
  passage.setEnd(second, second.data.length);
  expect(topicsNear(passage, spots)).toEqual({ within: ['smic', 'nvidia', 'asml'], around: ['huawei'] });
});
