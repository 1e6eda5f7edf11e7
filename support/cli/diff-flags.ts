import type { AnnotateFlags } from './annotate.js';

/** Flags of `diff`, parsed. */
export interface DiffFlags extends AnnotateFlags {
  readonly json?: boolean;
  /** Run id or path of a pack that was judged by the old contract. */
  readonly coverage?: string;
  /** Run ids or paths of further runs of the old version. */
  readonly noise?: readonly string[];
  /** File of decisions about changes. */
  readonly approvals?: string;
  readonly out: string;
}
