import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import { errorsOf } from '../../messages/coded-error.js';
import { verifyMessages } from '../../messages/verify-messages.js';
import type { PackFile } from '../pack-files.js';
import type { ZipEntry } from './zip-entry.js';

const untrusted = errorsOf(verifyMessages, 'integrity');
const chunk = 64 * 1024;
/** Files up to this size are unpacked at once: a pack has thousands, and a stream for each takes several times as long. */
const small = 256 * 1024;

/** An entry with the place of its data. */
export interface PlacedEntry extends ZipEntry {
  readonly dataFrom: number;
}

/** A file of a zip, without the folder it lies in. Nothing is unpacked to disk. */
export class ZippedFile implements PackFile {
  readonly path: string;

  constructor(
    private readonly zip: string,
    private readonly entry: PlacedEntry,
  ) {
    this.path = entry.name.slice(entry.name.indexOf('/') + 1);
  }

  /**
   * Throws VFY-302 when it cannot be unpacked, is not as long as the zip says or of another checksum, or when something
   * stands behind the end of its packed form.
   */
  async *open(): AsyncGenerator<Buffer> {
    const { compressed, size } = this.entry;
    try {
      if (compressed <= small && size <= small) yield wholeOf(this.zip, this.entry);
      else yield* streamOf(this.zip, this.entry);
    } catch (cause) {
      const problem = cause instanceof Error ? cause.message : String(cause);
      throw untrusted('VFY-302', { file: this.path, problem }, cause);
    }
  }
}

const longer = 'it is longer than the zip says';
const shorter = 'it is shorter than the zip says';
const checksum = 'it has another checksum than the zip says';
const behind = 'the zip holds something behind its end';

function wholeOf(zip: string, { method, crc, compressed, size, dataFrom }: PlacedEntry): Buffer {
  const packed = Buffer.allocUnsafe(compressed);
  const file = openSync(zip, 'r');
  try {
    if (readSync(file, packed, 0, compressed, dataFrom) < compressed) throw new Error('the zip ends in it');
  } finally {
    closeSync(file);
  }
  const content = method === 8 ? unpacked(packed, size) : packed;
  if (content.length !== size) throw new Error(content.length > size ? longer : shorter);
  if (crc32(content) !== crc) throw new Error(checksum);
  return content;
}

/** What Node gives for `info`, which its types leave out. */
interface Inflated {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}

/** A few bytes can unpack to a full memory, so it ends with the first byte too many. */
function unpacked(packed: Buffer, size: number): Buffer {
  try {
    const options = { maxOutputLength: size + 1, info: true };
    const { buffer, engine } = inflateRawSync(packed, options) as unknown as Inflated;
    if (engine.bytesWritten !== packed.length) throw new Error(behind);
    return buffer;
  } catch (cause) {
    throw cause instanceof RangeError ? new Error(longer, { cause }) : cause;
  }
}

async function* streamOf(zip: string, entry: PlacedEntry): AsyncGenerator<Buffer> {
  const end = entry.dataFrom + entry.compressed - 1;
  const raw = createReadStream(zip, { start: entry.dataFrom, end, highWaterMark: chunk });
  const inflate = createInflateRaw();
  raw.on('error', (error) => inflate.destroy(error));
  let [size, crc] = [0, 0];
  try {
    for await (const bytes of raw.pipe(inflate) as AsyncIterable<Buffer>) {
      size += bytes.length;
      if (size > entry.size) throw new Error(longer);
      crc = crc32(bytes, crc);
      yield bytes;
    }
    if (size !== entry.size) throw new Error(shorter);
    if (inflate.bytesWritten !== entry.compressed) throw new Error(behind);
    if (crc !== entry.crc) throw new Error(checksum);
  } finally {
    raw.destroy();
  }
}
