import { harnessParts } from '../runner/harness-parts.js';
import type { CommandIo } from './streams.js';

/** The instant of a comparison, ISO 8601, which decides what approvals still count. */
export function comparedAt({ parts }: CommandIo): string {
  return new Date((parts ?? harnessParts).clock.now()).toISOString();
}
