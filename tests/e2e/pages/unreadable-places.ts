/** Places that a browser shows in a viewer of its own. */
import { FILLER, newsPage } from './page';

/** Long enough that a browser offers its reader mode. */
export const LONG_ARTICLE = newsPage({
  title: 'An article to read at length',
  published: '2025-09-18',
  body: `<main><article><h1>An article to read at length</h1><p>By a reporter</p>${`<p>Huawei spoke of its plans on Thursday. ${FILLER} ${FILLER}</p>`.repeat(12)}</article></main>`,
});

/** One empty page. */
export const PDF = {
  type: 'application/pdf',
  body: `%PDF-1.1
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 144]>>endobj
trailer<</Root 1 0 R>>`,
};
