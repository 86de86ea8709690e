import '@testing-library/jest-dom/vitest';
import { locks } from 'node:worker_threads';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';
import { WorkerInThread } from './worker-in-thread';

afterEach(cleanup);

// A busy machine may need longer than its second.
configure({ asyncUtilTimeout: 5_000 });

// What jsdom has not, of navigators and of files.
Object.defineProperty(navigator, 'locks', { value: locks, configurable: true });
Blob.prototype.stream ??= function stream(this: Blob) {
  return new ReadableStream({
    start: async (reader) => {
      reader.enqueue(new Uint8Array(await this.arrayBuffer()));
      reader.close();
    },
  });
};

Object.assign(globalThis, { Worker: WorkerInThread });

// jsdom lays nothing out: no element ever changes its size.
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
