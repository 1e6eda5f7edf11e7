import { withoutCardNumbers } from './card-number.js';

const longestShown = 60;

/**
 * Describes a value for a finding. With `shown` plain values appear, long ones shortened; without it, and for anything that
 * might be a card number, only type and length do.
 */
export function describeValue(value: unknown, shown: boolean): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return `an array of ${value.length} items`;
  if (typeof value === 'object') return `an object with ${Object.keys(value).length} members`;
  if (typeof value === 'boolean') return shown ? String(value) : 'a boolean';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (!shown || withoutCardNumbers(text) !== text) return hidden(value, text);
  if (typeof value !== 'string') return text;
  if (text.length <= longestShown) return JSON.stringify(text);
  return `${JSON.stringify(`${text.slice(0, longestShown)}…`)} (${text.length} characters)`;
}

function hidden(value: unknown, text: string): string {
  return typeof value === 'number' ? `a number of ${text.length} digits` : `a string of ${text.length} characters`;
}
