import { hasCardNumber } from '../../card-data/card-number.js';
import type { Exchange } from '../../trace/exchange.js';
import { isSecretMember } from '../judge/secret-members.js';
import { found, type JudgeRule } from './judge-rule.js';

const id = 'sensitive-in-url';

/** No card number, API key or secret travels in a URL, where proxies and logs would keep it. The rule is ours. */
export const sensitiveInUrl: JudgeRule = {
  id,
  title: 'No card number, key or secret travels in a URL.',
  part: 'exchange',
  check: (subject) =>
    found(
      problemsOf(subject.exchange).map(({ where, received }) =>
        subject.finding(id, {
          level: 'fail',
          expected: 'nothing sensitive in a URL',
          received,
          where,
          contract: '',
          standing: { provenance: 'documented', source: 'axys-certify', questions: [] },
        }),
      ),
    ),
};

function problemsOf({ request }: Exchange): readonly { readonly where: string; readonly received: string }[] {
  const text = decoded(request.url);
  const key = request.headers['x-api-key'] ?? '';
  const secretNames = Object.keys(request.query).filter((name) => isSecretMember(null, name));
  return [
    ...(hasCardNumber(text) ? [{ where: '/request/url', received: 'a full card number' }] : []),
    // A short key would be found in ordinary words.
    ...(key.length >= 8 && text.includes(key) ? [{ where: '/request/url', received: 'the API key' }] : []),
    ...secretNames.map((name) => ({ where: `/request/query/${name}`, received: `a value for ${name}` })),
  ];
}

function decoded(url: string): string {
  if (!url.includes('%')) return url;
  try {
    return `${url} ${decodeURIComponent(url)}`;
  } catch {
    return url; // Not percent-encoded text: it is looked at as it is.
  }
}
