const TEASER = 'article,.hentry,.h-entry,[itemtype*=Article],[itemtype*=BlogPosting]';
const APART = 'aside,nav,footer';
/** A paragraph of an article, not the line below a headline. */
const LONG_PARAGRAPH = 120;

/** Whether the page leads to several articles, each under its own address, and holds no text beside them. */
export function isListPage(document: Document): boolean {
  const here = [document.URL, document.querySelector<HTMLLinkElement>('link[rel~=canonical i]')?.href].map(
    pathOf,
  );
  const teasers = [...document.querySelectorAll(TEASER)].filter((element) => {
    if (element.parentElement?.closest(`${TEASER},${APART}`)) return false;
    const heading = element.querySelector('h1,h2,h3,h4');
    const link = heading?.querySelector('a') ?? heading?.closest('a');
    return link?.href && !here.includes(pathOf(link.href));
  });
  if (teasers.length < 2) return false;
  return ![...document.querySelectorAll('p')].some(
    (paragraph) =>
      paragraph.textContent.trim().length > LONG_PARAGRAPH &&
      !paragraph.closest(APART) &&
      !teasers.some((teaser) => teaser.contains(paragraph)),
  );
}

function pathOf(address: string | undefined): string {
  return address?.replace(/^\w+:|[?#].*/g, '').replace(/\/$/, '') ?? '';
}
