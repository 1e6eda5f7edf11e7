import { markup, type Html } from './markup.js';

/** Words of somebody else between quotation marks, which they cannot close themselves. */
export function quoted(words: string): Html {
  return markup`<span class="data">“${words.replace(/["“”„‟«»]/g, '’')}”</span>`;
}
