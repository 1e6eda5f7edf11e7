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

/** The text with card numbers and the given secrets replaced by a note. Only whole words are replaced. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets.reduce((rest, secret) => {
    const literal = secret.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return rest.replace(new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'gu'), '<secret>');
  }, text);
}
