import { toHex } from '@/lib/model/hex';

/** Hashing and compression, injected so that the simulation of sync can bring faster ones than a browser has. */
export type Codec = {
  /** First 128 bits of SHA-256, as 32 hexadecimal digits: how a file is named. */
  digest(bytes: Uint8Array): Promise<string>;
  gzip(bytes: Uint8Array): Promise<Uint8Array>;
  /** `null` for what is no whole gzip, or unpacks to more than `most` bytes: it stops there. */
  gunzip(bytes: Uint8Array, most: number): Promise<Uint8Array | null>;
};

/** What the browser itself has. */
export const webCodec: Codec = {
  async digest(bytes) {
    const hash = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
    return toHex(new Uint8Array(hash, 0, 16));
  },
  async gzip(bytes) {
    const packed = toStream(bytes).pipeThrough(new CompressionStream('gzip'));
    return new Uint8Array(await new Response(packed).arrayBuffer());
  },
  async gunzip(bytes, most) {
    const chunks: Uint8Array[] = [];
    let size = 0;
    try {
      const unpacked = toStream(bytes).pipeThrough(new DecompressionStream('gzip')).getReader();
      for (;;) {
        const { done, value } = await unpacked.read();
        if (done) return join(chunks, size);
        size += value.byteLength;
        if (size > most) {
          await unpacked.cancel();
          return null;
        }
        chunks.push(value);
      }
    } catch {
      // What a decompressor throws on says only that these bytes are no gzip.
      return null;
    }
  },
};

function toStream(bytes: Uint8Array): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new Blob([bytes as Uint8Array<ArrayBuffer>]).stream();
}

function join(chunks: Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}
