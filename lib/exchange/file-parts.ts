/** Characters or bytes that lie in the page's memory before they are put away: few enough to do that within a frame. */
const TOGETHER = 250_000;

/**
 * A file that comes into being part by part. What was added is put away by the browser, so that the whole is never one
 * text.
 */
export class FileParts {
  readonly #away: Blob[] = [];
  #here: (string | Uint8Array<ArrayBuffer>)[] = [];
  #size = 0;

  add(part: string | Uint8Array<ArrayBuffer>): void {
    this.#here.push(part);
    this.#size += part.length;
    if (this.#size < TOGETHER) return;
    this.#away.push(new Blob(this.#here));
    this.#here = [];
    this.#size = 0;
  }

  toFile(type: string): Blob {
    return new Blob([...this.#away, ...this.#here], { type });
  }
}

/** Texts as one file, made as they are asked for. */
export function writeTexts(texts: Iterable<string>, type: string): Blob {
  const parts = new FileParts();
  for (const text of texts) parts.add(text);
  return parts.toFile(type);
}
