import { deflateSync, strToU8, Zip, ZipPassThrough } from 'fflate';
import { FileParts } from './file-parts';
import type { ToldArticle, Words } from './tell-notes';
import { toMarkdownFiles } from './to-markdown';
import { toZip64 } from './zip64';

/** What the directory of a plain .zip file can count. */
const MOST_FILES = 65_534;

/** Articles as a .zip file with a file of Markdown for each; one with more than `mostFiles` as ZIP64. */
export function toZip(
  articles: readonly ToldArticle[],
  words: Words,
  mtime: Date,
  type: string,
  mostFiles = MOST_FILES,
): Blob {
  const parts = new FileParts();
  let size = 0;
  const zip = new Zip((failed, part, isDirectory) => {
    if (failed) throw failed;
    const isLong = isDirectory && articles.length > mostFiles;
    parts.add(isLong ? toZip64(part, articles.length, size) : (part as Uint8Array<ArrayBuffer>));
    size += part.length;
  });
  for (const [name, texts] of toMarkdownFiles(articles, words)) {
    const file = new PackedFile(name);
    file.mtime = mtime;
    zip.add(file);
    file.push(strToU8([...texts].join('')), true);
  }
  zip.end();
  return parts.toFile(type);
}

/** A file that is packed in one go. The library's own streams take as much memory for a short file as for an endless one. */
class PackedFile extends ZipPassThrough {
  override compression = 8;

  protected override process(whole: Uint8Array): void {
    this.ondata(null, deflateSync(whole), true);
  }
}
