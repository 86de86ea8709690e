import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readListing } from '@/lib/sync/remotes/webdav-xml';

const SERVERS = [
  { server: 'apache', url: 'http://dav.example/dav/notes/a%20b/' },
  { server: 'lighttpd', url: 'http://dav.example/notes/a%20b/' },
  { server: 'nephele', url: 'http://dav.example/notes/a%20b/' },
  { server: 'nginx', url: 'http://dav.example/dav/notes/a%20b/' },
  { server: 'rclone', url: 'http://dav.example/notes/a%20b/' },
  { server: 'sabre', url: 'http://dav.example/notes/a%20b/' },
  { server: 'webdav-server', url: 'http://dav.example/notes/a%20b/' },
];

const FOLDER = 'https://dav.example/notes/';

describe('readListing of a recorded answer', () => {
  it.each(SERVERS)('$server: the same four files and one folder', ({ server, url }) => {
    const entries = readListing(read(server), url);
    expect(entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))).toEqual([
      { name: '0123456789abcdef.1z.fedcba9876543210.head', isFolder: false, size: 0 },
      { name: "Tom & Jerry's <notes> (1).txt", isFolder: false, size: 5 },
      { name: 's', isFolder: true, size: null },
      { name: 'vault.0123456789abcdef0123456789abcdef.json', isFolder: false, size: 97 },
      { name: 'über 100%.txt', isFolder: false, size: 3 },
    ]);
  });

  it.each(SERVERS)('$server: is refused wherever it is cut off', ({ server, url }) => {
    const xml = read(server).trimEnd();
    for (let length = 0; length < xml.length; length += 97)
      expect(() => readListing(xml.slice(0, length), url)).toThrow('remote-wrong');
    expect(() => readListing(xml.slice(0, -1), url)).toThrow('remote-wrong');
  });
});

describe('readListing', () => {
  it.each([
    { because: 'whole address', href: 'https://dav.example/notes/a.seg', name: 'a.seg' },
    { because: 'another host, as behind a proxy', href: 'http://10.0.0.2:8080/notes/a.seg', name: 'a.seg' },
    { because: 'doubled slashes', href: '//notes//a.seg', name: 'a.seg' },
    { because: 'escaped more than is needed', href: '/%6eotes/%61.seg', name: 'a.seg' },
    { because: 'decomposed letters', href: '/notes/u%CC%88.txt', name: 'ü.txt' },
    { because: 'numbered entity', href: '/notes/a&#38;b&#x27;.txt', name: "a&b'.txt" },
    { because: 'entity escaped once, not twice', href: '/notes/a&amp;lt;.txt', name: 'a&lt;.txt' },
    { because: 'space around', href: '\n  /notes/a.seg\n ', name: 'a.seg' },
    { because: 'a name of objects', href: '/notes/__proto__', name: '__proto__' },
  ])('reads the name: $because', ({ href, name }) => {
    expect(readListing(listing(response('/notes/'), response(href, 5)), FOLDER)).toEqual([
      { name, isFolder: false, size: 5 },
    ]);
  });

  it.each([
    { because: 'deeper than asked', href: '/notes/s/a.seg' },
    { because: 'another folder', href: '/other/a.seg' },
    { because: 'a folder whose name begins like ours', href: '/notes2/a.seg' },
    { because: 'above', href: '/notes/../a.seg' },
    { because: 'above, escaped', href: '/notes/%2e%2e/a.seg' },
    { because: 'a slash in the name', href: '/notes/a%2Fb.seg' },
    { because: 'a backslash in the name', href: '/notes/a%5Cb.seg' },
    { because: 'no UTF-8', href: '/notes/%FF.seg' },
    { because: 'half an escape', href: '/notes/%4' },
    { because: 'nothing', href: '' },
    { because: 'the folder itself without slash', href: '/notes' },
  ])('leaves out: $because', ({ href }) => {
    expect(readListing(listing(response('/notes/'), response(href, 5)), FOLDER)).toEqual([]);
  });

  it('takes a folder for one by its slash, where the type is not told', () => {
    expect(readListing(listing(response('/notes/'), response('/notes/s/', 4096)), FOLDER)).toEqual([
      { name: 's', isFolder: true, size: null },
    ]);
  });

  it.each(['', '-1', '1e3', '12 KB', '9'.repeat(30)])('knows no size where it says "%s"', (size) => {
    expect(readListing(listing(response('/notes/a', size)), FOLDER)).toEqual([
      { name: 'a', isFolder: false, size: null },
    ]);
  });

  it('leaves out what the server says it could not find', () => {
    const gone = '<response><href>/notes/a</href><status>HTTP/1.1 404 Not Found</status></response>';
    expect(readListing(listing(response('/notes/'), gone), FOLDER)).toEqual([]);
  });

  it('believes no property of a failed group', () => {
    const xml = listing(
      `<response><href>/notes/a</href><propstat><prop><getcontentlength>7</getcontentlength></prop>
       <status>HTTP/1.1 403 Forbidden</status></propstat></response>`,
    );
    expect(readListing(xml, FOLDER)).toEqual([{ name: 'a', isFolder: false, size: null }]);
  });

  it('finds an empty list empty', () => {
    expect(readListing('<D:multistatus xmlns:D="DAV:"/>', FOLDER)).toEqual([]);
    expect(readListing(listing(response('/notes/')), FOLDER)).toEqual([]);
  });

  it.each([
    { because: 'nothing', xml: '' },
    { because: 'a page', xml: '<!doctype html><html><body><p>Log in<br></body></html>' },
    { because: 'a page that is XML', xml: '<html><body><p>Log in</p></body></html>' },
    { because: 'an error document', xml: '<d:error xmlns:d="DAV:"><s:message>no</s:message></d:error>' },
    { because: 'JSON', xml: '{"error":"no"}' },
    { because: 'only another place', xml: listing(response('/login/'), response('/login/a', 5)) },
    { because: 'nested without end', xml: '<a>'.repeat(100_000) + '</a>'.repeat(100_000) },
    {
      because: 'entities that grow',
      xml: `<!DOCTYPE m [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>${listing(response('/notes/&b;', 5))}`,
    },
    {
      because: 'an entity from elsewhere',
      xml: `<!DOCTYPE m SYSTEM "file:///etc/passwd">${listing(response('/notes/', 5))}`,
    },
  ])('refuses $because', ({ xml }) => {
    expect(() => readListing(xml, FOLDER)).toThrow('remote-wrong');
  });

  it('quotes nothing of what it refuses', () => {
    const secret = 'geheim';
    let said = '';
    try {
      readListing(`<multistatus><${secret}></multistatus>`, FOLDER);
    } catch (thrown) {
      said = JSON.stringify([String(thrown), thrown, String((thrown as Error).cause)]);
    }
    expect(said).toContain('remote-wrong');
    expect(said).not.toContain(secret);
  });
});

function read(server: string): string {
  return readFileSync(`tests/fixtures/webdav/${server}.xml`, 'utf8');
}

function listing(...responses: string[]): string {
  return `<multistatus xmlns="DAV:">${responses.join('')}</multistatus>`;
}

function response(href: string, size?: number | string): string {
  const length = size === undefined ? '' : `<getcontentlength>${size}</getcontentlength>`;
  return `<response><href>${href}</href><propstat><prop>${length}</prop><status>HTTP/1.1 200 OK</status></propstat></response>`;
}
