import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A running s3rver with one bucket: an S3 server that keeps what a cut upload has left. */
export type RunningS3 = {
  port: number;
  endpoint: string;
  region: string;
  bucket: string;
  accessKey: string;
  secretKey: string;
  close(): Promise<void>;
};

/** Starts it in this process, on a free port, with its files in a folder that goes with it. */
export async function startS3rver(): Promise<RunningS3> {
  const { default: S3rver } = await import('s3rver');
  const directory = mkdtempSync(join(tmpdir(), 'sidelight-s3rver-'));
  const bucket = 'notes';
  const server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory,
    configureBuckets: [{ name: bucket, configs: [] }],
  });
  const { port } = (await server.run()) as AddressInfo;
  return {
    port,
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    bucket,
    accessKey: 'S3RVER',
    secretKey: 'S3RVER',
    async close() {
      await server.close();
      rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
