/** Every page of the extension and its worker hear this channel; pages of the web do not. */
const CHANNEL = 'sidelight-stop';

/** Stops the round that is running, in whichever context it runs. What it has taken in or sent stays. */
export function stopRounds(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage('stop');
  channel.close();
}

/** Calls back when rounds are to stop, until the signal aborts. */
export function onStop(stop: () => void, signal: AbortSignal): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', stop);
  signal.addEventListener('abort', () => channel.close(), { once: true });
}
