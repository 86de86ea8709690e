// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, heedAttributes, readBlocks, stretchAround, wholePage } from '@/lib/page/page-text';
import { toPoint } from '@/lib/page/to-point';

function readAll(html: string, withQuiet = false): Block[] {
  document.body.innerHTML = html;
  return wholePage(document).flatMap((stretch) => [...readBlocks(stretch, { withQuiet })].flat());
}

/** What is left of the blocks once attributes are heeded, as before a mention is looked for. */
function textsOf(html: string, withQuiet = false): string[] {
  return readAll(html, withQuiet)
    .map(heedAttributes)
    .filter((text) => text !== '');
}

describe('readBlocks', () => {
  it.each([
    {
      html: '<p>Hua<b>wei</b> said</p>',
      blocks: ['Huawei said'],
      because: 'inline elements do not break a word',
    },
    { html: '<p>one</p><p>two</p>', blocks: ['one', 'two'], because: 'block elements do' },
    {
      html: '<div>one<p>two</p>three</div>',
      blocks: ['one', 'two', 'three'],
      because: 'a block inside splits its parent',
    },
    {
      html: '<p>export<br>controls</p>',
      blocks: ['export controls'],
      because: 'a line break is white space',
    },
    {
      html: '<p>Huawei<sup>1</sup> said</p>',
      blocks: ['Huawei 1  said'],
      because: 'a footnote mark is no part of the word',
    },
    { html: '<p>a<img>b</p>', blocks: ['a b'], because: 'an image stands between words' },
    {
      html: '<p>the <x-link>Huawei</x-link> firm</p>',
      blocks: ['the Huawei  firm'],
      because: 'custom elements stay in the sentence',
    },
    {
      html: '<x-a>Huawei</x-a><x-a>Nvidia</x-a>',
      blocks: ['Huawei Nvidia '],
      because: 'but do not glue words',
    },
    { html: '<p>run <code>nvidia-smi</code> now</p>', blocks: ['run  now'], because: 'code is not read' },
    {
      html: '<p>a<script>b</script>c</p><style>d</style><pre>e</pre><textarea>f</textarea>',
      blocks: ['ac'],
      because: 'nor scripts, styles, listings, fields',
    },
    {
      html: '<ruby>華為<rp>(</rp><rt>ファーウェイ</rt><rp>)</rp></ruby>',
      blocks: ['華為'],
      because: 'ruby text is not in the line',
    },
    {
      html: '<div hidden>a</div><div inert>b</div><p contenteditable>c</p><p contenteditable="false">d</p><p role="textbox">e</p>',
      blocks: ['d'],
      because: 'hidden, inert and edited text is left',
    },
    {
      html: '<svg><text>a</text></svg><select><option>b</option></select><button>c</button><label>d</label>',
      blocks: [],
      because: 'drawings and controls are left',
    },
    {
      html: '<nav>a</nav><header>b</header><footer>c</footer><menu>d</menu><main>e</main>',
      blocks: ['e'],
      because: 'navigation, page header and footer are left',
    },
    {
      html: '<article><header>a</header><footer>b</footer></article>',
      blocks: ['a', 'b'],
      because: "an article's own header and footer are read",
    },
    {
      html: '<div role="navigation">a</div><div role="tablist">b</div><table role="table"><td>c</td></table>',
      blocks: ['c'],
      because: 'roles count as names do',
    },
    {
      html: '<ul><li><a href="/">Huawei</a></li><li><a href="/">Nvidia</a> rises again today</li></ul>',
      blocks: ['Nvidia rises again today'],
      because: 'an entry of mostly link is a list of links',
    },
    {
      html: '<ul><li><a href="/"><p>Huawei answers</p></a></li></ul>',
      blocks: [],
      because: 'so is one whose link holds a paragraph',
    },
    {
      html: '<p><a href="/">Huawei</a></p><h1><a href="/">Nvidia</a></h1><h2><a href="/">Ascend</a></h2>',
      blocks: ['Huawei', 'Nvidia'],
      because: 'a paragraph and the title are prose, a linked heading is a teaser',
    },
    {
      html: '<form><div>Huawei news by mail</div></form><form><h1>a</h1></form>',
      blocks: ['a'],
      because: 'a form is left unless it wraps the page',
    },
    { html: '<sidelight-card>a</sidelight-card>', blocks: [], because: 'we never read ourselves' },
    { html: '<p>  </p>\n <p>&nbsp;</p>', blocks: [], because: 'a block needs a character' },
  ])('$because', ({ html, blocks }) => {
    expect(textsOf(html)).toEqual(blocks);
  });

  it('reads open shadow roots and tells of them', () => {
    document.body.innerHTML = '<div id="host">light</div>';
    const shadow = document.getElementById('host')?.attachShadow({ mode: 'open' }) as ShadowRoot;
    shadow.innerHTML = '<p>in the <b>shadow</b></p>';
    const found: ShadowRoot[] = [];
    const blocks = wholePage(document).flatMap((stretch) =>
      [...readBlocks(stretch, { onShadowRoot: (root) => found.push(root) })].flat(),
    );
    expect(blocks.map(({ text }) => text)).toEqual(['in the shadow', 'light']);
    expect(found).toEqual([shadow]);
  });

  it('gives quiet text only when asked', () => {
    const html = '<nav>menu</nav><ul><li><a href="/">link</a></li></ul><p>text</p>';
    expect(textsOf(html)).toEqual(['text']);
    expect(textsOf(html, true)).toEqual(['menu', 'link', 'text']);
  });

  it('goes on after the parent when a node is torn out under a pause', () => {
    const many = '<p>one</p>'.repeat(100);
    document.body.innerHTML = `<div><div><div id="gone">${many}</div></div></div><p>three</p>`;
    let torn = 0;
    const [stretch] = wholePage(document);
    const reading = readBlocks(stretch as NonNullable<typeof stretch>, { onTorn: () => torn++ });
    const before = reading.next().value as Block[];
    for (const paragraph of document.querySelectorAll('#gone p')) paragraph.remove();
    const rest = [...reading].flat().map(({ text }) => text);
    expect(before.length).toBeGreaterThan(10);
    expect([rest, torn]).toEqual([['three'], 1]);
  });

  it('breathes: gives nothing between the nodes of a long block', () => {
    document.body.innerHTML = `<p>${'<i>a</i>'.repeat(2_000)}</p>`;
    const [stretch] = wholePage(document);
    const given = [...readBlocks(stretch as NonNullable<typeof stretch>, {})];
    expect(given.filter((blocks) => blocks.length === 0).length).toBeGreaterThan(10);
    expect(given.flat().map(({ text }) => text)).toEqual(['a'.repeat(2_000)]);
  });
});

describe('offsets', () => {
  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom('<b>', '<br>', '<img>', '</b>', '<p>', '</p>'),
      fc.stringMatching(/^[a-z ]{0,6}$/),
    ),
    {
      maxLength: 30,
    },
  );

  it('law: every place of every text node maps to the text and back', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        for (const block of readAll(parts.join(''))) {
          for (const node of block.nodes) {
            for (let offset = 0; offset <= node.length; offset++) {
              const at = (block.starts[block.nodes.indexOf(node)] as number) + offset;
              if (offset < node.length) {
                expect(block.text[at]).toBe(node.data[offset]);
                expect(toPoint(block, at, 'start')).toEqual({ node, offset });
              }
              if (offset > 0) expect(toPoint(block, at, 'end')).toEqual({ node, offset });
            }
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('at a seam, a start is in the later node and an end in the earlier', () => {
    const [block] = readAll('<p>Hua<b>wei</b></p>') as [Block];
    expect(toPoint(block, 3, 'start')).toEqual({ node: block.nodes[1], offset: 0 });
    expect(toPoint(block, 3, 'end')).toEqual({ node: block.nodes[0], offset: 3 });
  });
});

describe('stretchAround', () => {
  it.each([
    { html: '<p>a<b>b</b>c</p><p>d</p>', at: 'b', text: ['abc'], because: 'inline neighbours belong to it' },
    { html: '<div>a<b>b</b><p>c</p>d</div>', at: 'b', text: ['ab'], because: 'a block beside it does not' },
    { html: '<div>a<p>c<i>e</i></p>d</div>', at: 'p', text: ['ce'], because: 'a block is its own' },
  ])('$because', ({ html, at, text }) => {
    document.body.innerHTML = html;
    const stretch = stretchAround(document.querySelector(at)?.firstChild as Node);
    const own = at === 'p' ? stretchAround(document.querySelector(at) as Node) : stretch;
    const blocks = [...readBlocks(own as NonNullable<typeof own>, {})].flat();
    expect(blocks.map((block) => block.text)).toEqual(text);
  });

  it('reads nothing where an ancestor is left out', () => {
    document.body.innerHTML = '<div contenteditable><p>a</p></div><nav><p>b</p></nav>';
    for (const paragraph of document.querySelectorAll('p')) {
      const stretch = stretchAround(paragraph) as NonNullable<ReturnType<typeof stretchAround>>;
      const read = [...readBlocks(stretch, {})].flat().map(heedAttributes);
      expect(read.filter((text) => text)).toEqual([]);
    }
  });
});

describe('heedAttributes', () => {
  it('cuts what is left out from the middle of a block, and its places with it', () => {
    const [block] = readAll('<p>Chips <span hidden>of old</span><b>from</b><br>Huawei</p>') as [Block];
    expect(block.text).toBe('Chips of oldfrom Huawei');
    expect(heedAttributes(block)).toBe('Chips from Huawei');
    expect(block.nodes.map(({ data }) => data)).toEqual(['Chips ', 'from', 'Huawei']);
    expect(toPoint(block, block.text.indexOf('Huawei'), 'start')).toEqual({
      node: block.nodes[2],
      offset: 0,
    });
  });

  it('finds the attribute beyond a shadow root, and past one that says nothing', () => {
    document.body.innerHTML = '<div role="navigation"><section role="group"></section></div>';
    const root = document.querySelector('section')?.attachShadow({ mode: 'open' }) as ShadowRoot;
    root.innerHTML = '<p>Huawei</p>';
    const blocks = wholePage(document).flatMap((stretch) => [...readBlocks(stretch, {})].flat());
    expect(blocks.map(heedAttributes)).toEqual(['']);
    expect(blocks[0]?.nodes).toEqual([root.querySelector('p')?.firstChild]);
  });

  it('reads a link that the page has taken out meanwhile', () => {
    const [block] = readAll('<p><a href="https://www.news.example/">Huawei</a></p>') as [Block];
    document.querySelector('a')?.remove();
    expect(heedAttributes(block)).toBe('Huawei');
  });

  it('comes to an end where a form answers for the host of the document', () => {
    const blocks = readAll('<form name="host"></form><p>Huawei</p>');
    expect((document as Document & { host?: Element }).host).toBe(document.querySelector('form'));
    expect(blocks.map(heedAttributes)).toEqual(['Huawei']);
  });
});
