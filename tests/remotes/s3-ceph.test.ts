/** Ceph's S3 gateway: the one server here that checks clocks, signatures and hashes itself. */
import { AwsV4Signer } from 'aws4fetch';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createS3 } from '@/lib/sync/remotes/s3';
import { describeRemote } from './contract';
import { startCuttingProxy } from './cutting-proxy';
import { startCeph } from './servers/ceph';

const BUCKET = 'notes';
const HOUR_MS = 3_600_000;

type Ceph = Awaited<ReturnType<typeof startCeph>>;

describe.runIf(process.env.SIDELIGHT_REMOTES === 'all')('on Ceph', () => {
  let ceph: Ceph;
  beforeAll(async () => {
    ceph = await startCeph();
    await makeBucket(ceph);
  }, 120_000);
  afterAll(() => ceph?.close());

  let started = 0;
  describeRemote('Ceph RGW', async (fetch) => {
    started += 1;
    const proxy = await startCuttingProxy(ceph.port);
    const endpoint = `http://127.0.0.1:${proxy.port}`;
    return {
      remote: createS3({ ...ceph, endpoint, bucket: BUCKET, prefix: `my notes ${started}`, fetch }),
      tear: proxy.cutNextPut,
      close: () => proxy.close(),
    };
  });

  it.each(['', 'a+b', 'a%b', "it's (mine)*!", 'größe', '笔记/sub'])(
    'takes the folder "%s" as it is called',
    async (prefix) => {
      const remote = createS3({ ...ceph, bucket: BUCKET, prefix });
      await remote.put('s/0123456789abcdef/one.seg', Uint8Array.of(1, 2, 3));
      expect(await remote.get('s/0123456789abcdef/one.seg', { most: 9 })).toEqual(Uint8Array.of(1, 2, 3));
      expect((await remote.list('s/0123456789abcdef')).map(({ name }) => name)).toEqual(['one.seg']);
      await remote.delete('s/0123456789abcdef/one.seg');
    },
  );

  it('meets a wrong clock with its own, once', async () => {
    let asked = 0;
    const remote = createS3({
      ...ceph,
      bucket: BUCKET,
      prefix: 'clock',
      now: () => Date.now() + HOUR_MS,
      fetch: (url, init) => {
        asked += 1;
        return fetch(url, init);
      },
    });
    expect(await remote.list('')).toEqual([]);
    expect(asked).toBe(2);
  });

  it('refuses another secret, and the secret is not in the words', async () => {
    const remote = createS3({ ...ceph, bucket: BUCKET, prefix: '', secretKey: 'guessed' });
    const failure = await remote.list('').catch((thrown: unknown) => thrown);
    expect(failure).toMatchObject({ code: 'remote-denied' });
    expect(`${failure} ${JSON.stringify(failure)}`).not.toContain('guessed');
  });

  it('says so where there is no such bucket', async () => {
    const remote = createS3({ ...ceph, bucket: 'nowhere', prefix: '' });
    await expect(remote.list('')).rejects.toMatchObject({ code: 'remote-absent' });
    await expect(remote.put('vault.json', new Uint8Array(3))).rejects.toMatchObject({
      code: 'remote-absent',
    });
  });

  it('lists more files than one page holds', async () => {
    const remote = createS3({ ...ceph, bucket: BUCKET, prefix: 'pages' });
    const names = Array.from({ length: 1_050 }, (_, at) => `${String(at).padStart(32, '0')}.seg`);
    for (let at = 0; at < names.length; at += 50) {
      await Promise.all(names.slice(at, at + 50).map((name) => remote.put(`s/${name}`, Uint8Array.of(1))));
    }
    expect((await remote.list('s')).map(({ name }) => name).sort()).toEqual(names);
  }, 120_000);
});

/** The reader has a bucket before sync begins: none of ours is ever made. */
async function makeBucket({ endpoint, accessKey, secretKey, region }: Ceph): Promise<void> {
  const signer = new AwsV4Signer({
    method: 'PUT',
    url: `${endpoint}/${BUCKET}`,
    accessKeyId: accessKey,
    secretAccessKey: secretKey,
    service: 's3',
    region,
  });
  const { url, headers } = await signer.sign();
  const made = await fetch(url, { method: 'PUT', headers });
  if (!made.ok) throw new Error(`The bucket was not made: ${made.status} ${await made.text()}`);
}
