import type { Connection } from './connection';
import type { NetworkState } from './schedule';

/** What the browser says of the network, where it says it. Storage on this machine is there without one. */
export function readNetwork(connection: Connection): NetworkState {
  const { connection: line } = navigator as { connection?: { saveData?: boolean; type?: string } };
  const isMetered = line?.saveData === true || line?.type === 'cellular';
  return { isOffline: !navigator.onLine && needsNetwork(connection), isMetered };
}

function needsNetwork(connection: Connection): boolean {
  if (connection.kind !== 'webdav' && connection.kind !== 's3') return false;
  const { hostname } = new URL(connection.kind === 'webdav' ? connection.url : connection.endpoint);
  return !/^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}
