/** Bytes drawn at once. */
const stocked = 4096;

/**
 * Random bytes from a stock that is drawn in large pieces: asking the system's generator costs the same for one byte as for some
 * thousand. No byte is given out twice.
 */
export function randomStock(randomBytes: (count: number) => Uint8Array): (count: number) => Uint8Array {
  let stock: Uint8Array = new Uint8Array(0);
  let from = 0;
  return (count) => {
    if (count > stocked) return randomBytes(count);
    if (from + count > stock.length) [stock, from] = [randomBytes(stocked), 0];
    from += count;
    return stock.subarray(from - count, from);
  };
}
