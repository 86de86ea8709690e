import axe from 'axe-core';

/** What axe-core finds in an element, as readable lines; none is the aim. Colours are left out: jsdom paints nothing. */
export async function findViolations(element: Element): Promise<string[]> {
  const { violations } = await axe.run(element, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}
