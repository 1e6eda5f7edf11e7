import { markup, type Html } from '../html/markup.js';

/** What a reader should feel about a word. Never shown by colour alone: each tone has its own sign. */
export type Tone = 'good' | 'warn' | 'bad' | 'quiet' | 'practice';

const signs: Readonly<Record<Tone, string>> = { good: '✓', warn: '!', bad: '✕', quiet: '–', practice: '◇' };

/** A word with its tone as sign and colour. */
export function badge(word: string, tone: Tone): Html {
  return markup`<span class="badge ${tone}"><span class="sign" aria-hidden="true">${signs[tone]}</span>${word}</span>`;
}
