import type { Remote } from './remote';
import type { RoundReport } from './round-report';

/** A remote that counts its requests and bytes into a report, and sends none once the signal has fired. */
export function countRequests(remote: Remote, report: RoundReport, signal: AbortSignal | undefined): Remote {
  const begin = () => {
    signal?.throwIfAborted();
    report.requests += 1;
    return { signal };
  };
  return {
    get serverTimeMs() {
      return remote.serverTimeMs;
    },
    list: (folder) => remote.list(folder, begin()),
    async get(path, options) {
      const bytes = await remote.get(path, { ...options, ...begin() });
      report.bytesDown += bytes?.byteLength ?? 0;
      return bytes;
    },
    put(path, bytes) {
      report.bytesUp += bytes.byteLength;
      return remote.put(path, bytes, begin());
    },
    delete: (path) => remote.delete(path, begin()),
  };
}
