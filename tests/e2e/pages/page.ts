/** Pages that a test makes up: a dated news page around a body. */
import type { MadePage } from '@/scripts/demo/serve';

type NewsPage = { title: string; published: string | null; body: string; head?: string; headers?: Record<string, string> };

/** A page with JSON-LD of its date, as news sites write it; `published: null` leaves the date out. */
export function newsPage({ title, published, body, head = '', headers = {} }: NewsPage): MadePage {
  const facts = { '@context': 'https://schema.org', '@type': 'NewsArticle', headline: title, datePublished: published };
  const dated = published === null ? '' : `<script type="application/ld+json">${JSON.stringify(facts)}</script>`;
  return {
    body: `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,">${dated}${head}</head>
<body>${body}</body>
</html>`,
    headers,
  };
}

/** A page with one article, of 2 October 2025. */
export function articlePage(title: string, body: string, head = ''): MadePage {
  const article = `<main><article><h1>${title}</h1>${body}</article></main>`;
  return newsPage({ title, published: '2025-10-02', body: article, head });
}

/** Enough words around a mention that it is a paragraph of news and not a list of links. */
export const FILLER =
  'The announcement was read with care in several capitals, where officials have spent three years on the question of who may buy which machines and on what terms.';

/** News of 2 October 2025 about the Ascend 950. */
export const ASCEND_OCTOBER = articlePage(
  'What a chip calendar is worth',
  `
<p>Two weeks after Huawei put its plans on the table, analysts are still counting. ${FILLER}</p>
<p>The Ascend 950 is the part that will be tested first. ${FILLER}</p>
<p>Nvidia has not answered in public. ${FILLER}</p>`,
);

/** The same words under the strictest policy that a site can send. */
export const STRICT_POLICY = newsPage({
  title: 'A page that allows nothing',
  published: '2025-09-18',
  body: `<main><article><h1>A page that allows nothing</h1>
<p>Huawei spoke of its plans on Thursday. ${FILLER}</p><p>Nvidia did not comment. ${FILLER}</p></article></main>`,
  headers: {
    'content-security-policy':
      "default-src 'none'; img-src data:; script-src 'none'; style-src 'none'; frame-src 'none'; child-src 'none'; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  },
});

/** A page that shuts itself off from all others: no frame that has not opted in may stand in it. */
export const ISOLATED = newsPage({
  title: 'A page apart',
  published: '2025-09-18',
  body: `<main><article><h1>A page apart</h1><p>Huawei spoke of its plans on Thursday. ${FILLER}</p></article></main>`,
  headers: { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' },
});

/** A page with an editor, a form and plain text. */
export const EDITOR = newsPage({
  title: 'A page to write on',
  published: '2025-09-18',
  body: `<main><article><h1>A page to write on</h1>
<p id="plain">Huawei is mentioned in plain text. ${FILLER}</p>
<div id="editor" contenteditable="true"><p>Huawei and <b>Nvidia</b> are mentioned in the editor. ${FILLER}</p></div>
<form><label>Reply <textarea id="reply">Nvidia in a reply</textarea></label><input id="title" value="Huawei"></form></article></main>`,
});

/** A linked mention, and one in a button: both keep their own click. */
export const LINKED = newsPage({
  title: 'A page of links',
  published: '2025-09-18',
  body: `<main><article><h1>A page of links</h1>
<p>A report from <a id="link" href="/followed.html">Huawei in Shanghai</a> came late. ${FILLER}</p>
<p>Nvidia stays silent. ${FILLER}</p></article></main>`,
});

/** Where the linked mention leads. */
export const FOLLOWED = newsPage({ title: 'Followed', published: null, body: '<main><h1>Followed</h1></main>' });

/** A section that a button brings to fullscreen, which hides everything outside it. */
export const FULLSCREEN = newsPage({
  title: 'A page to fill the screen',
  published: '2025-09-18',
  body: `<main><article><h1>A page to fill the screen</h1><p>Nvidia stands outside. ${FILLER}</p>
<section id="full" style="background: Canvas"><p>Huawei stands inside. ${FILLER}</p></section>
<button id="fill" onclick="document.getElementById('full').requestFullscreen()">Fill the screen</button></article></main>`,
});

/** A modal dialog, which makes everything outside it inert. */
export const MODAL = newsPage({
  title: 'A page with a dialog',
  published: '2025-09-18',
  body: `<main><article><h1>A page with a dialog</h1><p>Nvidia stands behind it. ${FILLER}</p></article></main>
<dialog id="dialog" style="max-width: 40rem"><p>Huawei stands in the dialog. ${FILLER}</p></dialog>
<script>document.getElementById('dialog').showModal();</script>`,
});

/** Pages that are drawn otherwise than others by a style on their root, by what that is. */
export const DRAWN = Object.fromEntries(
  Object.entries({
    zoomed: 'html{zoom:1.5}',
    vertical: 'html{writing-mode:vertical-rl}',
    moved: 'html{transform:translateX(120px);width:800px}',
  }).map(([drawn, style]) => [
    drawn,
    newsPage({
      title: 'A page of its own way',
      published: '2025-09-18',
      head: `<style>${style}</style>`,
      body: `<main><article><h1>A page</h1><p>${FILLER}</p><p>Of late Huawei spoke. ${FILLER}</p></article></main>`,
    }),
  ]),
);

/** A page on which a line of prices goes by for ever, by scrolling. */
export const TICKER = newsPage({
  title: 'A page with a ticker',
  published: '2025-09-18',
  body: `<div id="ticker" style="width: 200px; overflow: hidden"><div style="width: 9000px">Prices go by</div></div>
<main><article><h1>A page with a ticker</h1><p>Huawei spoke. ${FILLER}</p></article></main>
<script>setInterval(() => { ticker.scrollLeft = (ticker.scrollLeft + 1) % 8000; }, 30);</script>`,
});
