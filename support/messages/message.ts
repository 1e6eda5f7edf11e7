/** A sentence with `{placeholders}` and what the reader should do about it. */
export interface MessageTemplate {
  /** What was expected, what came, where. Placeholders in braces are filled with {@link MessageValues}. */
  readonly text: string;
  /** What to do next; empty only where nothing can be done. */
  readonly next: string;
}

/** Values for the placeholders of a template. Never a secret: messages reach the console and the logs. */
export type MessageValues = Readonly<Record<string, string | number | boolean>>;

/** A filled message with its permanent code. */
export interface Message {
  readonly code: string;
  readonly text: string;
  readonly next: string;
}

/** Declares the messages of one subject; the keys are permanent codes such as `CFG-101`. */
export function defineMessages<const T extends Readonly<Record<string, MessageTemplate>>>(templates: T): T {
  return templates;
}

/** Fills the placeholders of a template. A placeholder without a value is an error of ours and throws. */
export function fill(code: string, template: MessageTemplate, values: MessageValues): Message {
  return { code, text: replace(code, template.text, values), next: replace(code, template.next, values) };
}

function replace(code: string, sentence: string, values: MessageValues): string {
  return sentence.replace(/\{(\w+)\}(\.?)/g, (_whole, name: string, dot: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`message ${code} has no value for {${name}}`);
    const text = String(value);
    // A value may be a sentence of its own.
    return text.endsWith('.') ? text : `${text}${dot}`;
  });
}
