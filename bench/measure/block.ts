/** Many calls of one kind, so many at once. */
export interface Block {
  readonly count: number;
  readonly concurrency: number;
}

/** What a block of calls took. */
export interface BlockTimes {
  readonly wallMs: number;
  /** User and system time of the calling process, microseconds per call. */
  readonly cpuUsPerCall: number;
  /** Resident memory afterwards, bytes. */
  readonly rss: number;
}

/** Makes `count` calls, `concurrency` of them at any time; each gets its number. The first that fails ends the block. */
export async function timeBlock(
  { count, concurrency }: Block,
  call: (n: number) => Promise<void>,
): Promise<BlockTimes> {
  let next = 0;
  const lane = async () => {
    while (next < count) {
      next += 1;
      await call(next);
    }
  };
  const [began, used] = [performance.now(), process.cpuUsage()];
  await Promise.all(Array.from({ length: concurrency }, lane));
  const wallMs = performance.now() - began;
  const { user, system } = process.cpuUsage(used);
  return { wallMs, cpuUsPerCall: (user + system) / count, rss: process.memoryUsage.rss() };
}
