/** Pages with frames in them, and what stands in the frames. */
import type { MadePage } from '@/scripts/demo/serve';
import { FILLER, newsPage } from './page';

/** What stands in a frame that has an address. */
export const INSIDE = newsPage({
  title: 'Inside',
  published: null,
  body: `<main><p>Huawei answered on Friday. ${FILLER}</p></main>`,
});

/** An article with a frame of its own site, one written into it (`srcdoc`), and frames of `other`: one to read in, one too small; and a sealed one of no site. */
export function framedPage(other: string): MadePage {
  const frame = (id: string, source: string, size: string) =>
    `<iframe id="${id}" ${source} style="border:3px solid;${size}"></iframe>`;
  return newsPage({
    title: 'A page of frames',
    published: '2025-10-02',
    body: `<main><article><h1>A page of frames</h1><p>${FILLER}</p>
${frame('own', 'src="/inside.html"', 'width:500px;height:120px')}
${frame('written', `srcdoc="<p>Nvidia said nothing. ${FILLER}</p>"`, 'width:500px;height:120px')}
${frame('other', `src="${other}/inside.html"`, 'width:600px;height:500px')}
${frame('sealed', 'src="/inside.html" sandbox="allow-scripts"', 'width:600px;height:400px')}
${frame('small', `src="${other}/inside.html?small"`, 'width:300px;height:100px')}
</article></main>`,
  });
}
