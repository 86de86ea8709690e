import { describe, expect, it } from 'vitest';
import { accessName, placeName } from '@/components/sync/place-name';
import { draftOf, isReadableOnTheWay, type RemoteDraft, readDraft } from '@/components/sync/remote-draft';
import type { Connection } from '@/lib/vault/connection';
import { WEBDAV } from './sync-builders';

const EMPTY = draftOf(null);
const webdav = (fields: Partial<RemoteDraft['webdav']>): RemoteDraft => ({
  ...EMPTY,
  webdav: { ...EMPTY.webdav, ...fields },
});
const S3 = {
  kind: 's3',
  endpoint: 'https://s3.example:9000/',
  region: 'auto',
  bucket: 'notes',
  prefix: 'ada/sidelight',
  accessKey: 'AK',
  secretKey: 'SK',
} as const satisfies Connection;

describe('an address', () => {
  it.each([
    {
      typed: ' https://cloud.example/dav/ ',
      url: 'https://cloud.example/dav/',
      because: 'spaces come with pasting',
    },
    {
      typed: 'cloud.example/dav',
      url: 'https://cloud.example/dav',
      because: 'a host is meant to be reached safely',
    },
    { typed: 'nas:5006/dav', url: 'https://nas:5006/dav', because: 'a port is no scheme' },
    {
      typed: 'http://127.0.0.1:8080/dav',
      url: 'http://127.0.0.1:8080/dav',
      because: 'http stays as it is typed',
    },
  ])('$typed is read as $url: $because', ({ typed, url }) => {
    expect(readDraft(webdav({ url: typed })).connection).toMatchObject({ kind: 'webdav', url });
  });

  it.each([
    { typed: '', problem: 'empty', because: 'nothing is typed' },
    { typed: 'ftp://cloud.example', problem: 'address', because: 'we speak http only' },
    { typed: 'https://', problem: 'address', because: 'it names no host' },
    { typed: 'my cloud', problem: 'address', because: 'it is words' },
    {
      typed: 'https://ada:plum@cloud.example/dav',
      problem: 'userinfo',
      because: 'a password would be shown',
    },
    { typed: 'https://cloud.example/dav?x=1', problem: 'query', because: 'a folder has no query' },
  ])('"$typed" is refused: $because', ({ typed, problem }) => {
    expect(readDraft(webdav({ url: typed }))).toEqual({ connection: null, problems: { url: problem } });
  });

  it.each([
    ['http://cloud.example/dav', true],
    ['https://cloud.example/dav', false],
    ['http://localhost:8080/', false],
    ['http://127.0.0.1:8080/', false],
    ['http://[::1]:8080/', false],
    ['http://127.0.0.1.cloud.example/', true],
    ['http://192.168.1.4/dav', true],
    ['', false],
  ])('%s can be read on its way: %s', (address, isReadable) => {
    expect(isReadableOnTheWay(address)).toBe(isReadable);
  });
});

it('a password keeps its spaces', () => {
  const { connection } = readDraft(webdav({ url: 'cloud.example', user: ' ada ', password: ' p ' }));
  expect(connection).toMatchObject({ user: 'ada', password: ' p ' });
});

it('names every field of a bucket that is missing', () => {
  expect(readDraft({ ...EMPTY, kind: 's3' }).problems).toEqual({
    endpoint: 'empty',
    region: 'empty',
    bucket: 'empty',
    accessKey: 'empty',
    secretKey: 'empty',
  });
  expect(readDraft({ ...EMPTY, kind: 'folder' }).problems).toEqual({ handle: 'folder' });
});

it.each([WEBDAV, S3])('a $kind connection becomes a draft and comes back the same', (connection) => {
  expect(readDraft(draftOf(connection)).connection).toEqual(connection);
});

it('places are named by host and folder, without name, password or key', () => {
  expect(placeName(WEBDAV)).toBe('cloud.example/remote.php/dav/files/ada/Sidelight');
  expect(accessName(WEBDAV)).toBe('cloud.example');
  expect(placeName(S3)).toBe('s3.example:9000/notes/ada/sidelight');
  expect(placeName({ ...WEBDAV, url: 'https://cloud.example/%C3%A4/%' })).toBe('cloud.example/%C3%A4/%');
  expect(placeName({ ...WEBDAV, url: 'https://cloud.example/%C3%A4/' })).toBe('cloud.example/ä');
});
