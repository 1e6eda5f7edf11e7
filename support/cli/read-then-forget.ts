import { CodedError } from '../messages/coded-error.js';
import { explainError } from './explain-error.js';
import { forgetLatest } from './latest.js';
import type { CommandIo } from './streams.js';

/**
 * Reads what a run is given of earlier ones and then removes the last result, which may be what is read. It goes as well when
 * what was read is refused: a run that could not start never leaves the result of an older one. CMD-305 when it cannot be removed.
 */
export async function readThenForget<T>(
  reports: string,
  io: Pick<CommandIo, 'stderr'>,
  read: () => Promise<T>,
): Promise<T> {
  const given = await read().catch(async (refusal: unknown) => {
    await forgetBeside(reports, io);
    throw refusal;
  });
  await forgetLatest(reports);
  return given;
}

/** Removes the last result beside a refusal, which keeps its exit code: a result that cannot be removed is told (CMD-305). */
export async function forgetBeside(reports: string, io: Pick<CommandIo, 'stderr'>): Promise<void> {
  await forgetLatest(reports).catch((cause: unknown) => {
    if (!(cause instanceof CodedError)) throw cause;
    explainError(cause, io);
  });
}
