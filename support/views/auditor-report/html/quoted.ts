import { markup, type Html } from './markup.js';

/**
 * Words of somebody else, as they were written, between quotation marks. They stand in a box of their own, so that marks among them close
 * nothing.
 */
export function quoted(words: string): Html {
  return markup`“<span class="quoted data">${words}</span>”`;
}
