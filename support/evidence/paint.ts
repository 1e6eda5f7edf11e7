/** How a piece of text is meant. */
export type Tone = 'good' | 'bad' | 'warn' | 'quiet' | 'strong';

/** Gives text its tone. */
export type Paint = (tone: Tone, text: string) => string;

const codes: Readonly<Record<Tone, number>> = { good: 32, bad: 31, warn: 33, quiet: 2, strong: 1 };

/** Terminal colours, or the text as it is. */
export function painter(colour: boolean): Paint {
  return (tone, text) => (colour ? `\u001B[${codes[tone]}m${text}\u001B[0m` : text);
}
