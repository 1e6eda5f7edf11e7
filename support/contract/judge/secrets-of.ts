import type { Body, Exchange } from '../../trace/exchange.js';
import { isSecretMember } from './secret-members.js';
import { walkJson } from './walk-json.js';

/** Shorter texts say nothing and would blot out ordinary words. */
const shortest = 3;

/** The secret values an exchange carries: API key, card data, PIN, codes and tokens. In memory only. */
export function secretsOf(exchange: Exchange, operationId: string | null): readonly string[] {
  const { request, response } = exchange;
  const secrets = new Set<string>();
  for (const [name, value] of Object.entries({ ...request.headers, ...request.query })) {
    if (isSecretMember(operationId, name)) secrets.add(value);
  }
  for (const body of [request.body, response?.body]) {
    for (const value of secretsIn(body, operationId)) secrets.add(value);
  }
  return [...secrets].filter((value) => value.length >= shortest).sort((a, b) => b.length - a.length);
}

function* secretsIn(body: Body | undefined, operationId: string | null): Generator<string> {
  if (body?.kind !== 'json') return;
  for (const { name, value } of walkJson(body.value)) {
    const plain = typeof value === 'string' || typeof value === 'number';
    if (plain && name !== null && isSecretMember(operationId, name)) yield String(value);
  }
}

/** The secrets of one exchange, as texts are searched for them: by length, so that a text is read once per length. */
export class SecretWords {
  readonly #byLength = new Map<number, Set<string>>();
  /** Longest first. */
  readonly #lengths: readonly number[];

  constructor(secrets: readonly string[]) {
    for (const secret of secrets) {
      const others = this.#byLength.get(secret.length) ?? new Set<string>();
      this.#byLength.set(secret.length, others.add(secret));
    }
    this.#lengths = [...this.#byLength.keys()].sort((a, b) => b - a);
  }

  /** The text with every secret replaced by a note. Only whole words are replaced. */
  without(text: string): string {
    let [rest, from] = ['', 0];
    const lengths = this.#lengths.filter((length) => length <= text.length);
    for (let at = 0; lengths.length > 0 && at < text.length; at += 1) {
      if (goesOnBefore(text, at)) continue;
      const isHere = (length: number): boolean =>
        this.#byLength.get(length)?.has(text.slice(at, at + length)) === true && !goesOnAfter(text, at + length);
      const length = lengths.find(isHere);
      if (length === undefined) continue;
      rest += `${text.slice(from, at)}<secret>`;
      from = at + length;
      at = from - 1;
    }
    return rest + text.slice(from);
  }
}

/** True where a letter or digit stands right before a place; some are two units long. */
function goesOnBefore(text: string, at: number): boolean {
  return /[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at));
}

function goesOnAfter(text: string, at: number): boolean {
  return /^[\p{L}\p{N}]/u.test(text.slice(at, at + 2));
}
