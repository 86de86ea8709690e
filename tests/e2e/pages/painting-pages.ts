/** Pages that paint for themselves, with the same means as we do. */
import { FILLER, newsPage } from './page';

const BODY = `<main><article><h1>A page with a brush</h1>
<p id="first">Huawei spoke of its plans on Thursday. ${FILLER}</p>
<p id="second">Nvidia stays silent. ${FILLER}</p></article></main>`;

/** A page with highlights of its own, which then puts its own things where the platform's classes stood. */
export const PAINTING = newsPage({
  title: 'A page with a brush',
  published: '2025-09-18',
  body: `${BODY}
<script>
const text = document.querySelector('#first').firstChild;
const found = new StaticRange({ startContainer: text, startOffset: 0, endContainer: text, endOffset: 12 });
CSS.highlights.set('found', new Highlight(found));
const sheet = new CSSStyleSheet();
sheet.replaceSync('::highlight(found) { text-decoration: line-through }');
document.adoptedStyleSheets = [sheet];
globalThis.Highlight = class Highlight {};
globalThis.StaticRange = class StaticRange {};
globalThis.CSSStyleSheet = class CSSStyleSheet {};
/** Begins anew, as a page does that knows nobody beside itself. */
globalThis.beginAnew = () => {
  document.adoptedStyleSheets = [sheet];
  CSS.highlights.clear();
};
</script>`,
});

/** A page whose words stand in an open shadow root, which sets its list of style sheets anew as it changes. */
export const PAINTING_SHADOW = newsPage({
  title: 'A page of parts',
  published: '2025-09-18',
  body: `<main><article><h1>A page of parts</h1><div id="part"></div></article></main>
<script>
const root = document.querySelector('#part').attachShadow({ mode: 'open' });
globalThis.change = (words) => {
  root.adoptedStyleSheets = [];
  root.innerHTML = '<p>' + words + ' ${FILLER}</p>';
};
change('Huawei spoke of its plans on Thursday.');
</script>`,
});
