import type { Operation } from '../contract/contract.js';
import { clientError, clientRefusal } from './client-error.js';

type Parameters = Readonly<Record<string, string | number>>;

/**
 * Fills an operation's path template. Values are percent-encoded, so a value cannot reach another path.
 * Throws CLI-102 for a missing or empty parameter and CLI-103 for one the template does not have.
 */
export function fillPath(operation: Operation, parameters: Parameters): string {
  const { operationId, path } = operation;
  const names = new Set<string>();
  const filled = path.replace(/\{([^}]+)\}/g, (_whole, name: string) => {
    names.add(name);
    const value = String(parameters[name] ?? '');
    if (value === '') throw clientError('CLI-102', { operationId, path, parameter: name });
    // A segment of dots only would be resolved away by the URL parser.
    return encodeURIComponent(value).replace(/^\.+$/, (dots) => dots.replaceAll('.', '%2E'));
  });
  for (const parameter of Object.keys(parameters)) {
    if (!names.has(parameter)) throw clientError('CLI-103', { operationId, path, parameter });
  }
  return filled;
}

/** Query parameters as text, in the order given. */
export function queryText(query: Parameters): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]));
}

/**
 * Absolute URL of a path below the base URL. Throws CLI-104 (refused) when the result would leave the target's origin
 * or base path; this is the second line behind the environment guard.
 */
export function requestUrl(base: URL, path: string, query: Readonly<Record<string, string>>): URL {
  const root = base.pathname.replace(/\/+$/, '');
  const url = new URL(base.origin);
  const [pathname = '', search = ''] = splitOnce(path, '?');
  url.pathname = `${root}${pathname}`;
  const parameters = Object.entries(query);
  if (search !== '' || parameters.length > 0) {
    url.search = new URLSearchParams([...new URLSearchParams(search), ...parameters]).toString();
  }
  const below = url.pathname === root || url.pathname.startsWith(`${root}/`);
  if (url.origin !== base.origin || !below || !path.startsWith('/') || url.username !== '') {
    throw clientRefusal('CLI-104', { expected: `${base.origin}${root}/`, received: `${url.origin}${url.pathname}` });
  }
  return url;
}

function splitOnce(text: string, separator: string): readonly string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
