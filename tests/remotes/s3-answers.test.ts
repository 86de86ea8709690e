/** What an S3 service may answer, from a real server that checks signatures. */
import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { createS3 } from '@/lib/sync/remotes/s3';
import { type S3Answer, startSigningServer, toError } from './servers/signing';

const keys = { accessKey: 'reader', secretKey: 'a secret/with+signs', region: 'eu-central-1' };

async function withRemote<T>(
  options: { prefix?: string; secretKey?: string; now?: () => number },
  answer: (request: IncomingMessage) => S3Answer,
  work: (remote: ReturnType<typeof createS3>) => Promise<T>,
): Promise<T> {
  const server = await startSigningServer(keys, answer);
  try {
    return await work(
      createS3({ ...keys, endpoint: server.endpoint, bucket: 'notes', prefix: '', ...options }),
    );
  } finally {
    await server.close();
  }
}

const ok = (): S3Answer => ({ status: 200, body: '' });
const listing = (keyed: string[], next?: string): S3Answer => ({
  status: 200,
  body: `<ListBucketResult><IsTruncated>${next !== undefined}</IsTruncated>${
    next === undefined ? '' : `<NextContinuationToken>${next}</NextContinuationToken>`
  }${keyed.map((key) => `<Contents><Key>${key}</Key><Size>5</Size></Contents>`).join('')}</ListBucketResult>`,
});

describe('a request to S3', () => {
  it.each(['', 'plain', 'two words', 'a+b', 'a%b', '100%25', 'größe', '笔记/sub', "it's (mine)*!", 'a?b#c'])(
    'is signed as the service reads it, with the folder "%s"',
    async (prefix) => {
      await withRemote({ prefix }, ok, async (remote) => {
        await remote.put('s/0123/abc.seg', Uint8Array.of(1, 2, 3));
        await remote.delete('s/0123/abc.seg');
        expect(await remote.get('vault.json', { most: 9 })).toHaveLength(0);
      });
      await withRemote(
        { prefix },
        () => listing([]),
        async (remote) => {
          expect(await remote.list('s')).toEqual([]);
        },
      );
    },
  );

  it('with another secret is denied, and the secret is not in the words', async () => {
    const failure = await withRemote({ secretKey: 'guessed' }, ok, (remote) =>
      remote.list('').catch((thrown: unknown) => thrown),
    );
    expect(failure).toMatchObject({ code: 'remote-denied' });
    expect(`${failure} ${JSON.stringify(failure)}`).not.toContain('guessed');
  });
});

describe('an answer of S3', () => {
  it.each([
    [404, 'NoSuchBucket', 'remote-absent'],
    [403, 'AccessDenied', 'remote-denied'],
    [403, 'RequestTimeTooSkewed', 'remote-skewed'],
    [403, 'QuotaExceeded', 'remote-full'],
    [503, 'SlowDown', 'remote-busy'],
    [503, 'ServiceUnavailable', 'remote-busy'],
    [500, 'InternalError', 'remote-failed'],
  ])('%i %s is %s', async (status, word, code) => {
    const answer = () => ({ status, body: toError(word) });
    await withRemote({}, answer, async (remote) => {
      await expect(remote.list('')).rejects.toMatchObject({ code });
      await expect(remote.put('vault.json', new Uint8Array(3))).rejects.toMatchObject({ code });
    });
  });

  it.each([
    ['a page of a captive portal', '<!doctype html><title>Sign in</title>'],
    ['other XML', '<feed></feed>'],
    ['a document type with entities', '<!DOCTYPE a [<!ENTITY b "c">]><ListBucketResult></ListBucketResult>'],
    ['nothing', ''],
  ])('that is %s is no listing', async (_what, body) => {
    await withRemote(
      {},
      () => ({ status: 200, body }),
      async (remote) => {
        await expect(remote.list('')).rejects.toMatchObject({ code: 'remote-wrong' });
      },
    );
  });

  it('about a wrong clock is met with the time of the service, once', async () => {
    const hourAhead = Date.now() + 3_600_000;
    let asked = 0;
    const answer = (request: IncomingMessage): S3Answer => {
      asked += 1;
      const isAhead = String(request.headers['x-amz-date']) > toAmzTime(Date.now() + 900_000);
      return isAhead ? { status: 403, body: toError('RequestTimeTooSkewed') } : listing([]);
    };
    await withRemote({ now: () => hourAhead }, answer, async (remote) => {
      expect(await remote.list('')).toEqual([]);
    });
    expect(asked).toBe(2);
  });

  it('in pages is read to its end', async () => {
    const root = 'sidelight/v1/';
    const answer = (request: IncomingMessage) =>
      request.url?.includes('continuation-token=more')
        ? listing([`${root}second.head`])
        : listing([`${root}first.head`], 'more');
    await withRemote({}, answer, async (remote) => {
      expect((await remote.list('')).map(({ name }) => name)).toEqual(['first.head', 'second.head']);
    });
  });

  it('in pages without end is given up', async () => {
    await withRemote(
      {},
      () => listing([], 'more'),
      async (remote) => {
        await expect(remote.list('')).rejects.toMatchObject({ code: 'remote-too-large' });
      },
    );
  });
});

function toAmzTime(ms: number): string {
  return new Date(ms).toISOString().replace(/[:-]|\.\d{3}/g, '');
}
