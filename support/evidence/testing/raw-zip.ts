import { crc32, deflateRawSync } from 'node:zlib';

/** What a header says of a file, where a forger writes something else than the truth. */
export interface RawHeader {
  readonly name?: string;
  readonly flags?: number;
  readonly method?: number;
  readonly date?: number;
  readonly crc?: number;
  readonly compressed?: number;
  readonly size?: number;
  readonly extra?: Buffer;
}

/** One file of a zip made by hand, as our own writer makes it but for what is given. */
export interface RawEntry {
  readonly name: string;
  readonly content: string;
  /** Stored as it is instead of packed, which our own writer does with empty files only. */
  readonly stored?: boolean;
  /** Unix mode; a regular file when not given. */
  readonly mode?: number;
  /** Bytes behind the end of the packed form that count as a part of it. */
  readonly behind?: Buffer;
  /** What both headers and the descriptor say. */
  readonly said?: RawHeader;
  /** What the header before the data says. */
  readonly local?: RawHeader;
  /** What the list at the end says. */
  readonly listed?: RawHeader;
  /** What stands behind the data. */
  readonly descriptor?: RawHeader | Buffer;
  /** The comment of the file in the list. */
  readonly comment?: string;
}

const fileMode = 0o10_0644;
const [withDescriptor, noDate] = [8, 0x00_21_00_00];

/** A zip byte by byte: local headers with data, the list of files, the end record. */
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

/** An extra field of a zip header. */
export function extraField(id: number, body: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(id, 0);
  head.writeUInt16LE(body.length, 2);
  return Buffer.concat([head, body]);
}

/** The local header of a file with its data and what stands behind it. */
export function localFile(entry: RawEntry): Buffer {
  const truth = truthOf(entry);
  const said = { ...truth, ...entry.said, ...{ crc: 0, compressed: 0, size: 0 }, ...entry.local };
  const lengths = Buffer.alloc(4);
  const name = Buffer.from(said.name);
  lengths.writeUInt16LE(name.length, 0);
  lengths.writeUInt16LE(said.extra.length, 2);
  const head = [Buffer.from('PK\u0003\u0004', 'latin1'), shared(said), lengths, name, said.extra];
  return Buffer.concat([...head, dataOf(entry), descriptorOf(entry)]);
}

function dataOf({ content, stored = false, behind }: RawEntry): Buffer {
  const data = stored ? Buffer.from(content) : deflateRawSync(content, { level: 6 });
  return behind === undefined ? data : Buffer.concat([data, behind]);
}

function truthOf(entry: RawEntry): Required<RawHeader> {
  const content = Buffer.from(entry.content);
  return {
    ...{ name: entry.name, flags: withDescriptor, method: entry.stored === true ? 0 : 8, date: noDate },
    ...{ crc: crc32(content), compressed: dataOf(entry).length, size: content.length, extra: Buffer.alloc(0) },
  };
}

function descriptorOf(entry: RawEntry): Buffer {
  if (Buffer.isBuffer(entry.descriptor)) return entry.descriptor;
  const { crc, compressed, size } = { ...truthOf(entry), ...entry.said, ...entry.descriptor };
  const bytes = Buffer.from('PK\u0007\u0008............', 'latin1');
  for (const [index, value] of [crc, compressed, size].entries()) bytes.writeUInt32LE(value, 4 + 4 * index);
  return bytes;
}

/** Version, flags, method, date, checksum and sizes: the fields both headers share. */
function shared({ flags, method, date, crc, compressed, size }: Required<RawHeader>): Buffer {
  const fields = Buffer.alloc(22);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(flags, 2);
  fields.writeUInt16LE(method, 4);
  fields.writeUInt32LE(date, 6);
  for (const [index, value] of [crc, compressed, size].entries()) fields.writeUInt32LE(value, 10 + 4 * index);
  return fields;
}

function listEntry(entry: RawEntry, offset: number): Buffer {
  const said = { ...truthOf(entry), ...entry.said, ...entry.listed };
  const [name, comment] = [Buffer.from(said.name), Buffer.from(entry.comment ?? '')];
  const rest = Buffer.alloc(18);
  rest.writeUInt16LE(name.length, 0);
  rest.writeUInt16LE(said.extra.length, 2);
  rest.writeUInt16LE(comment.length, 4);
  rest.writeUInt32LE((((entry.mode ?? fileMode) << 16) | 0x20) >>> 0, 10);
  rest.writeUInt32LE(offset, 14);
  const head = [Buffer.from('PK\u0001\u0002', 'latin1'), Buffer.from([45, 3]), shared(said), rest];
  return Buffer.concat([...head, name, said.extra, comment]);
}
