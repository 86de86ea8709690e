import { describe, expect, it } from 'vitest';
import { createS3 } from '@/lib/sync/remotes/s3';
import { describeRemote } from './contract';
import { startCuttingProxy } from './cutting-proxy';
import { startS3rver } from './servers/s3rver';

describeRemote('s3rver', async (fetch) => {
  const server = await startS3rver();
  const proxy = await startCuttingProxy(server.port);
  const endpoint = `http://127.0.0.1:${proxy.port}`;
  return {
    remote: createS3({ ...server, endpoint, prefix: 'my notes', fetch }),
    tear: proxy.cutNextPut,
    flaws: ['hides folders of folders', 'breaks off on a range of nothing'],
    close: async () => {
      await proxy.close();
      await server.close();
    },
  };
});

describe('an S3 service', () => {
  it('with a wrong key, a missing bucket or no S3 at all is told apart, and no secret is in the words', async () => {
    const server = await startS3rver();
    try {
      // This server checks that it knows the key, not what was signed with it.
      const denied = createS3({ ...server, prefix: '', accessKey: 'nobody', secretKey: 'not-the-secret' });
      const failure = await denied.list('').catch((thrown: Error) => thrown);
      expect(failure).toMatchObject({ code: 'remote-denied' });
      expect(JSON.stringify(failure) + String(failure)).not.toContain('not-the-secret');
      await expect(createS3({ ...server, prefix: '', bucket: 'nowhere' }).list('')).rejects.toMatchObject({
        code: 'remote-absent',
      });
    } finally {
      await server.close();
    }
  });
});
