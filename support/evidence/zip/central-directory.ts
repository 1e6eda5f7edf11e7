import type { ZipEntry } from './zip-entry.js';
import { listRecord, listFields, narrow, oddField } from './zip-form.js';

const fixed = 46;

/** Sizes that do not fit 32 bits stand in an extra field, in this order. */
function withZip64(values: readonly [number, number, number], extra: Buffer): readonly [number, number, number] {
  if (!values.includes(narrow)) return values;
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let field = at + 4;
    const next = (value: number): number => {
      if (value !== narrow) return value;
      if (field + 8 > extra.length) throw new Error('its list of files is torn');
      const wide = Number(extra.readBigUInt64LE(field));
      field += 8;
      return wide;
    };
    return [next(values[0]), next(values[1]), next(values[2])];
  }
  throw new Error('its list of files is torn');
}

/** Reads the records of a central directory; throws a plain sentence where they make no sense. */
export function centralDirectory(bytes: Buffer, count: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + fixed > bytes.length || bytes.readUInt32LE(at) !== 0x02_01_4b_50)
      throw new Error('its list of files is torn');
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
    const name = at + fixed;
    const extra = name + (nameLength ?? 0);
    const end = extra + (extraLength ?? 0) + (commentLength ?? 0);
    if (end > bytes.length) throw new Error('its list of files is torn');
    const sizes = [bytes.readUInt32LE(at + 24), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)] as const;
    const [size, compressed, offset] = withZip64(sizes, bytes.subarray(extra, extra + (extraLength ?? 0)));
    const said = {
      name: bytes.toString('utf8', name, extra),
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      ...{ size, compressed, offset },
    };
    entries.push({
      ...said,
      flags: bytes.readUInt16LE(at + 8),
      mode: bytes.readUInt32LE(at + 38) >>> 16,
      odd: oddField(bytes.subarray(at, end), listRecord(said), listFields),
    });
    at = end;
  }
  if (at !== bytes.length) throw new Error('its list of files holds more than files');
  return entries;
}
