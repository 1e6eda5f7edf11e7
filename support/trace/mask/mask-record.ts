import type { Json } from '../exchange.js';
import { isOwnId } from '../own-id.js';
import type { MaskContext } from './mask-context.js';
import { maskJson } from './mask-json.js';
import { maskText } from './mask-text.js';
import type { Secrets } from './secrets.js';

/** Masks what is not an exchange: results, log lines, messages. Nothing is noted in the ledger. */
export interface Masker {
  /** Free text. */
  text(text: string): string;
  /** JSON, by member name and as free text. */
  record<T>(record: T): T;
}

/** A masker over the run's secrets; what is learned later counts for later calls. */
export function createMasker(secrets: Secrets): Masker {
  const context: MaskContext = {
    secrets,
    operationId: null,
    oneTimeCodes: false,
    isOwn: isOwnId,
    note: () => undefined,
  };
  const place = { pointer: '', side: 'other', member: null } as const;
  return {
    text: (text) => maskText(text, context, place),
    // The shape stays, so the type does; only texts and numbers that are secrets change.
    record: <T>(record: T): T => maskJson(record as Json, context, place) as T,
  };
}
