import { connect, createServer, type Socket } from 'node:net';

/** A TCP proxy that loses the connection in the middle of an upload when told to. */
export type CuttingProxy = {
  port: number;
  /** The next PUT loses its connection after so many bytes, its head counted. */
  cutNextPut(afterBytes: number): void;
  close(): Promise<void>;
};

/** A proxy on loopback in front of `targetPort`. */
export async function startCuttingProxy(targetPort: number): Promise<CuttingProxy> {
  const sockets = new Set<Socket>();
  let cutAfter: number | null = null;

  const server = createServer((client) => {
    const target = connect(targetPort, '127.0.0.1');
    // Bytes of the upload that may still pass; `null` while none is to be cut.
    let left: number | null = null;
    for (const socket of [client, target]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        target.destroy();
      });
      // Either end may go at any time: 'close' follows, and does what is to be done.
      socket.on('error', () => socket.destroy());
    }
    target.on('data', (bytes) => client.write(bytes));
    client.on('data', (bytes) => {
      if (cutAfter !== null && bytes.subarray(0, 4).toString('latin1') === 'PUT ') {
        left = cutAfter;
        cutAfter = null;
      }
      if (left === null) {
        target.write(bytes);
        return;
      }
      const part = bytes.subarray(0, left);
      left -= part.length;
      target.write(part, () => {
        if (left === 0) target.destroy();
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('No port on loopback.');
  return {
    port: address.port,
    cutNextPut: (afterBytes) => {
      cutAfter = afterBytes;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
