// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { readPageText } from '@/lib/page/read-page-text';

describe('readPageText', () => {
  it('joins blocks and knows where each begins', () => {
    document.body.innerHTML = '<nav>menu</nav><p>one</p><p>two</p>';
    const { text, blocks } = readPageText(document);
    expect(text).toBe('menu\n\none\n\ntwo');
    for (const { block, start } of blocks) expect(text.startsWith(block.text, start)).toBe(true);
  });
});
