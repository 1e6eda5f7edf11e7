import type { Json } from '../../trace/exchange.js';

/** What a parameter's text may be read as. */
export interface TextForm {
  /** JSON types the schema allows; empty when it does not say. */
  readonly types: readonly string[];
  /** Types of the items where an array is allowed. */
  readonly itemTypes: readonly string[];
}

const decimal = /^-?(0|[1-9]\d*)(\.\d+)?$/;

/**
 * Reads the text of a path, query or header parameter as the JSON value its schema speaks of. Text that fits no other type
 * stays text, so that the schema refuses it. Numbers beyond the exactly representable stay text too.
 */
export function parameterValue(text: string, form: TextForm): Json {
  if (form.types.includes('array')) return text.split(',').map((item) => scalar(item, form.itemTypes));
  return scalar(text, form.types);
}

function scalar(text: string, types: readonly string[]): Json {
  const numeric = types.includes('integer') || types.includes('number');
  if (numeric && decimal.test(text)) {
    const value = Number(text);
    if (!Number.isInteger(value) || Number.isSafeInteger(value)) return value;
  }
  if (types.includes('boolean') && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}
