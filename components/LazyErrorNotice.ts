import { lazy } from 'react';

/** `ErrorNotice` loaded when there is an error: for what must be small until then. Stands in a `Suspense`. */
export const LazyErrorNotice = lazy(async () => ({ default: (await import('./ErrorNotice')).ErrorNotice }));
