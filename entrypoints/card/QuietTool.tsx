import { lazy, Suspense, useState } from 'react';
import { i18n } from '#i18n';
import { IconButton } from '@/components/topic/IconButton';
import type { QuietChoicesProps } from './QuietChoices';

const QuietChoices = lazy(async () => ({ default: (await import('./QuietChoices')).QuietChoices }));

/** The button of the menu "Quiet…"; the menu itself is fetched when it is first pressed. */
export function QuietTool(props: QuietChoicesProps) {
  const [isWanted, setWanted] = useState(false);
  const button = (
    <IconButton
      icon="quiet"
      label={i18n.t('card.quiet.open')}
      aria-haspopup="menu"
      onPress={() => setWanted(true)}
    />
  );
  return <Suspense fallback={button}>{isWanted ? <QuietChoices {...props} /> : button}</Suspense>;
}
