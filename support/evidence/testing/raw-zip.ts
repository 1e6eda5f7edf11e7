import { crc32, deflateRawSync } from 'node:zlib';

/** One file of a zip made by hand, with whatever a forger may write into its headers. */
export interface RawEntry {
  readonly name: string;
  readonly content: string;
  /** Name in the local header, where it differs from the list's. */
  readonly localName?: string;
  /** Unix mode; a regular file when not given. */
  readonly mode?: number;
  readonly method?: 0 | 8;
  /** Size the list says, in bytes, where it is not that of the content. */
  readonly size?: number;
  readonly flags?: number;
}

const fileMode = 0o10_0644;

/** Writes a zip byte by byte: local headers with data, the list of files, the end record. */
export function rawZip(entries: readonly RawEntry[], comment = ''): Buffer {
  const locals: Buffer[] = [];
  const listed: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const local = localFile(entry);
    listed.push(listEntry(entry, offset));
    locals.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(listed);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06_05_4b_50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(Buffer.byteLength(comment), 20);
  return Buffer.concat([...locals, list, end, Buffer.from(comment)]);
}

function packed({ content, method = 0 }: RawEntry): Buffer {
  return method === 8 ? deflateRawSync(content) : Buffer.from(content);
}

/** Version, flags, method, dates, checksum and sizes: the fields both headers share. */
function shared(entry: RawEntry): Buffer {
  const fields = Buffer.alloc(22);
  const content = Buffer.from(entry.content);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(entry.flags ?? 0, 2);
  fields.writeUInt16LE(entry.method ?? 0, 4);
  fields.writeUInt32LE(crc32(content), 10);
  fields.writeUInt32LE(packed(entry).length, 14);
  fields.writeUInt32LE(entry.size ?? content.length, 18);
  return fields;
}

function localFile(entry: RawEntry): Buffer {
  const name = Buffer.from(entry.localName ?? entry.name);
  const lengths = Buffer.alloc(4);
  lengths.writeUInt16LE(name.length, 0);
  return Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), shared(entry), lengths, name, packed(entry)]);
}

function listEntry(entry: RawEntry, offset: number): Buffer {
  const name = Buffer.from(entry.name);
  const rest = Buffer.alloc(18);
  rest.writeUInt16LE(name.length, 0);
  rest.writeUInt32LE(((entry.mode ?? fileMode) << 16) >>> 0, 10);
  rest.writeUInt32LE(offset, 14);
  return Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), Buffer.from([20, 3]), shared(entry), rest, name]);
}
