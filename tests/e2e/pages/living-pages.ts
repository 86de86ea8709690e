/** Pages that change while they are read, or are written in ways that few pages are. */
import { articlePage, FILLER } from './page';

const paragraph = (words: string) => `<p>${words} ${FILLER}</p>`;

/** A list whose eight rows show other entries as it scrolls, and are never made anew. */
export const RECYCLED = articlePage(
  'A list without end',
  `<div id="rows">${'<p class="row"></p>'.repeat(8)}</div>
<script>
const entries = Array.from({ length: 200 }, (_, at) =>
  at % 10 === 0 ? 'Entry ' + at + ': Huawei orders more. ${FILLER}' : 'Entry ' + at + ': nothing new. ${FILLER}');
const rows = [...document.querySelectorAll('.row')];
globalThis.show = (first) => rows.forEach((row, at) => {
  if (!row.firstChild) row.append('');
  row.firstChild.data = entries[first + at];
});
show(0);
</script>`,
);

/** Paragraphs to change: one to rewrite, one that is folded away, and a place for more. */
export const CHANGED = articlePage(
  'News that is still being written',
  `${paragraph('Nvidia has not answered.')}
<p id="rewritten">A company spoke of its plans. ${FILLER}</p>
<section id="folded" style="display:none">${paragraph('The Ascend 950 was not shown.')}</section><div id="more"></div>`,
);

/** A paragraph to move elsewhere, and half a name to move to its other half. */
export const MOVED = articlePage(
  'News in another order',
  `<div id="from">${paragraph('Nvidia has not answered.')}</div>
<p>One half: <b id="half">Hua</b>, which says nothing. ${FILLER}</p><p id="rest">wei is the other half. ${FILLER}</p>
<section id="to"><h2>Elsewhere</h2></section>`,
);

/** Text in an open and in a closed shadow root, and in a drawing. */
export const SHADOWS = articlePage(
  'Three ways to hide a word',
  `<div id="open"></div><div id="closed"></div>
<svg width="400" height="40"><text y="20">The Ascend 950 in a drawing</text></svg>
<script>
document.querySelector('#open').attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(paragraph('Huawei spoke in the open.'))};
document.querySelector('#closed').attachShadow({ mode: 'closed' }).innerHTML = ${JSON.stringify(paragraph('Nvidia spoke behind a door.'))};
</script>`,
);

/** Vertical Chinese, ruby and text from right to left. */
export const SCRIPTS = articlePage(
  'In other directions',
  `<p id="vertical" lang="zh" style="writing-mode: vertical-rl; block-size: 12em">华为在上海发布了昇腾950系列芯片的路线图，分析师仍在计算产能，官员三年来一直在讨论谁可以购买哪些机器。</p>
<p id="ruby" lang="ja"><ruby>ファーウェイ<rt>Huawei</rt></ruby>は新しい計画を発表した。三年のあいだ、官僚たちは誰がどの機械を買えるのかを議論してきた。</p>
<p id="arabic" dir="rtl" lang="ar">قالت إنفيديا إن الطلب تراجع بعد أن درست عدة عواصم من يجوز له شراء أي آلات وبأي شروط طوال ثلاث سنوات.</p>`,
);

/** A page that has put its own things where the platform's stood, before anything of ours ran. */
export const PATCHED = articlePage(
  'A page that knows better',
  paragraph('Huawei spoke of its plans on Thursday.'),
  `<script>
for (const name of ['appendChild', 'insertBefore', 'contains', 'compareDocumentPosition'])
  Node.prototype[name] = () => { throw new Error('patched ' + name); };
globalThis.Highlight = class {};
globalThis.StaticRange = class {};
Array.prototype.at = () => { throw new Error('patched at'); };
</script>`,
);

/** Two pages that lead to each other. */
export const RETURNED = articlePage('Come back later', `${paragraph('Huawei spoke of its plans.')}<p><a id="on" href="/changed.html">On</a></p>`);
