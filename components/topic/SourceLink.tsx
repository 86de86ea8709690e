import type { ElementType } from 'react';
import { i18n } from '#i18n';
import type { ReadText } from '@/lib/model/read-text';
import { Said } from './Said';

type Props = { as?: ElementType; url: string | undefined; name: ReadText };

/** What a source is called, as a link to where it can be read, if there is such a place. */
export function SourceLink({ as: Element = 'span', url, name }: Props) {
  if (url === undefined) return <Said as={Element} text={name} />;
  return (
    <Element>
      <a
        href={url}
        target="_blank"
        rel="noreferrer"
        lang={name.lang ?? undefined}
        aria-label={i18n.t('card.openSource', [name.text])}
      >
        {name.text}
      </a>
    </Element>
  );
}
