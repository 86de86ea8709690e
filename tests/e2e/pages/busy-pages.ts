/** Pages that are long, or never rest. */
import { articlePage, FILLER } from './page';

/** A page of many text nodes: 20,000 paragraphs of five, with a mention in every hundredth. */
export const MANY_NODES = articlePage(
  'A very long page',
  Array.from({ length: 20_000 }, (_, at) =>
    `<p>One <b>two</b> three <i>four</i> ${at % 100 === 0 ? 'Huawei spoke of plans, at length and in detail' : 'five'}.</p>`,
  ).join(''),
);

/** How many mentions stand in the page of 5 MB. */
export const MANY_BYTES_MENTIONS = 640;

/**
 * A page of 5 MB, with a mention in every fiftieth paragraph. Once loaded, its own timer ticks every 10 ms and notes
 * how long it had waited and how many mentions were painted.
 */
export const MANY_BYTES = articlePage(
  'A page without end',
  Array.from({ length: 50 * MANY_BYTES_MENTIONS }, (_, at) =>
    `<p>${at % 50 === 0 ? 'Huawei spoke of its plans. ' : ''}${FILLER} ${at}</p>`,
  ).join(''),
  `<script>
globalThis.ticks = [];
addEventListener('load', () => {
  let last = performance.now();
  setInterval(() => {
    const now = performance.now();
    let painted = 0;
    for (const highlight of CSS.highlights.values()) painted += highlight.size;
    ticks.push({ waitedMs: now - last, painted });
    last = now;
  }, 10);
});
</script>`,
);

/** How many paragraphs of the endless page speak of Huawei when it has come to rest. */
export const ENDLESS_MENTIONS = 300;

/**
 * A page that rewrites some of its 3,000 paragraphs every 10 ms until it is told to `rest`, and counts its
 * turns and the frames that the browser drew meanwhile. When it is told to `bring`, a paragraph on the Ascend 950 comes to its top.
 */
export const ENDLESS = articlePage(
  'News by the minute',
  `<p>Nvidia has not answered. ${FILLER}</p><div id="late"></div>${`<p class="row">An entry. ${FILLER}</p>`.repeat(3_000)}
<script>
const rows = [...document.querySelectorAll('.row')].map((row) => row.firstChild);
const words = (at, turn) => (at % 10 === 0 ? 'Huawei' : 'A company') + ' was quoted on turn ' + turn + '. ${FILLER}';
globalThis.turn = 0;
globalThis.frames = 0;
globalThis.rest = () => { clearInterval(timer); rows.forEach((text, at) => { text.data = words(at, 'last'); }); };
const timer = setInterval(() => {
  for (let step = 0; step < 20; step += 1) {
    const at = (turn * 20 + step) % rows.length;
    rows[at].data = words(at + Math.floor(turn / 150), turn);
  }
  turn += 1;
}, 10);
globalThis.bring = () => { document.querySelector('#late').innerHTML = '<p>The Ascend 950 came late. ${FILLER}</p>'; };
const draw = () => { frames += 1; requestAnimationFrame(draw); };
draw();
</script>`,
);

/** A list that brings ten more paragraphs, one of them with a mention, whenever the reader comes near its end. */
export const INFINITE = articlePage(
  'A scroll without end',
  `<div id="list"></div><div id="end" style="height: 20px"></div>
<script>
globalThis.batches = 0;
const more = () => {
  batches += 1;
  for (let at = 0; at < 10; at += 1) {
    const added = document.createElement('p');
    added.textContent = (at === 5 ? 'Huawei spoke on page ' : 'Nobody spoke on page ') + batches + '. ${FILLER} ${FILLER} ${FILLER}';
    document.querySelector('#list').append(added);
  }
};
const end = document.querySelector('#end');
const watcher = new IntersectionObserver(([{ isIntersecting }]) => {
  if (!isIntersecting) return;
  more();
  // Watched anew, it tells whether the end is still near.
  watcher.unobserve(end);
  watcher.observe(end);
}, { rootMargin: '200px' });
watcher.observe(end);
</script>`,
);
