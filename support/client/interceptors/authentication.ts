import type { IdentityName } from '../client.js';
import type { Interceptor } from '../send.js';

/**
 * Adds `X-API-Key` as the identity shows it. The certificate, the other half of authentication, belongs to the
 * identity's connections. Source: docs/authentication-and-environments.
 */
export function authentication(apiKeyOf: (identity: IdentityName) => string | null): Interceptor {
  return (next) => (request) => {
    const key = apiKeyOf(request.identity);
    return next(key === null ? request : { ...request, headers: { ...request.headers, 'x-api-key': key } });
  };
}
