import type { Json } from './exchange.js';
import { deepestNesting, nestingDepth } from '../json/nesting-depth.js';

const nests = /^\s*[{[]/;

/** What a text says that is an object or a list of JSON; null for any other text, and for one too deeply nested to walk. */
export function nestedJson(text: string): Json | null {
  if (!nests.test(text)) return null;
  try {
    const value = JSON.parse(text) as Json;
    return typeof value === 'object' && nestingDepth(text) <= deepestNesting ? value : null;
  } catch {
    // Not JSON after all: whoever asked treats it as free text.
    return null;
  }
}
