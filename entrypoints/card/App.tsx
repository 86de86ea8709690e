import { useEffect } from 'react';
import { useStoredTheme } from '@/components/hooks/use-stored-theme';
import { useTheme } from '@/components/hooks/use-theme';
import { useSession } from './use-session';
import { Visit } from './Visit';

/** The card frame: shows what the reader session of the page asks for, and nothing while it asks for nothing. */
export function App({ port }: { port: Promise<MessagePort> }) {
  const theme = useStoredTheme();
  useTheme(theme);
  const { show, send } = useSession(port);
  const visit = show?.visit;

  useEffect(() => {
    if (visit === undefined) return;
    const life = new AbortController();
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.isComposing) send({ type: 'close', visit });
    };
    window.addEventListener('keydown', closeOnEscape, { signal: life.signal });
    return () => life.abort();
  }, [visit, send]);

  if (show === null || theme === null) return null;
  return <Visit key={show.visit} show={show} send={send} />;
}
