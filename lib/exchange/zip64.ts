/** What the library that writes .zip files lacks: a directory of more files than two bytes can count. */

const END_LENGTH = 22;
const END64_LENGTH = 56;
const LOCATOR_LENGTH = 20;
/** The version of the format that has these records. */
const VERSION = 45;
/** Stands where the record before has to be read instead. */
const READ_ELSEWHERE = 0xffff;

/**
 * The directory of a .zip file, down to its end, with the records between them that count any number of files
 * (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.14 to 4.3.16). `from`: where it begins in the file; the
 * file is shorter than 4 GB.
 */
export function toZip64(directory: Uint8Array, count: number, from: number): Uint8Array<ArrayBuffer> {
  const length = directory.length - END_LENGTH;
  const locator = length + END64_LENGTH;
  const end = locator + LOCATOR_LENGTH;
  const bytes = new Uint8Array(end + END_LENGTH);
  bytes.set(directory.subarray(0, length));
  const view = new DataView(bytes.buffer);
  const put2 = (at: number, value: number) => view.setUint16(at, value, true);
  const put4 = (at: number, value: number) => view.setUint32(at, value, true);
  const put8 = (at: number, value: number) => view.setBigUint64(at, BigInt(value), true);

  put4(length, 0x06064b50);
  // Of what follows these two fields.
  put8(length + 4, END64_LENGTH - 12);
  put2(length + 12, VERSION);
  put2(length + 14, VERSION);
  // On this disk, and in all.
  put8(length + 24, count);
  put8(length + 32, count);
  put8(length + 40, length);
  put8(length + 48, from);

  put4(locator, 0x07064b50);
  put8(locator + 8, from + length);
  put4(locator + 16, 1);

  put4(end, 0x06054b50);
  put2(end + 8, READ_ELSEWHERE);
  put2(end + 10, READ_ELSEWHERE);
  put4(end + 12, length);
  put4(end + 16, from);
  return bytes;
}
