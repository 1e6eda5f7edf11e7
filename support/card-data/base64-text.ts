/** Value of each character of either alphabet of base64; 255 for every other one. */
const values = new Uint8Array(128).fill(255);
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
for (let value = 0; value < letters.length; value += 1) values[letters.charCodeAt(value)] = value;
values['-'.charCodeAt(0)] = 62;
values['_'.charCodeAt(0)] = 63;

/** Characters that are looked at: twelve bytes, of which noise is found out nearly always. */
const looked = 16;

/**
 * False when what a stretch of at least 16 characters of base64 says is no text for certain: a control character, or bytes
 * that are no UTF-8, among its first twelve. Most stretches are words and ids; decoding each of them costs a hundred times
 * as much.
 */
export function mayBeText(stretch: string): boolean {
  let bits = 0;
  let following = 0;
  for (let at = 0; at < looked; at += 1) {
    bits = (bits << 6) | (values[stretch.charCodeAt(at)] ?? 255);
    if (at % 4 !== 3) continue;
    for (const shift of [16, 8, 0]) {
      const byte = (bits >> shift) & 0xff;
      if (following > 0) {
        if (byte >> 6 !== 0b10) return false;
        following -= 1;
      } else if (byte < 0x80) {
        if (isControl(byte)) return false;
      } else {
        following = followersOf(byte);
        if (following === 0) return false;
      }
    }
    bits = 0;
  }
  return true;
}

function isControl(byte: number): boolean {
  return byte === 0x7f || (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d);
}

/** How many bytes of UTF-8 follow a first one; 0 where none begins so. */
function followersOf(byte: number): number {
  if (byte >= 0xc2 && byte <= 0xdf) return 1;
  if (byte >= 0xe0 && byte <= 0xef) return 2;
  return byte >= 0xf0 && byte <= 0xf4 ? 3 : 0;
}
