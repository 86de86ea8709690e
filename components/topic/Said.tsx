import type { ElementType } from 'react';
import type { ReadText } from '@/lib/model/read-text';

/** A text of a pack, with its language: it may be another than that of our own words around it. */
export function Said({
  text,
  as: Element = 'span',
  className,
}: {
  text: ReadText;
  as?: ElementType;
  className?: string | undefined;
}) {
  return (
    <Element
      lang={text.lang ?? undefined}
      dir={text.lang === null ? undefined : 'auto'}
      className={className}
    >
      {text.text}
    </Element>
  );
}
