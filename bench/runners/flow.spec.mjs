import { expect, request, test } from '@playwright/test';
import { access, files, flow, pathOf } from './settings.mjs';

let context;
test.beforeAll(async () => {
  const { origin } = new URL(access.url);
  context = await request.newContext({
    // Its own client knows no authority per request context.
    ignoreHTTPSErrors: true,
    clientCertificates: [{ origin, certPath: files.cert, keyPath: files.key }],
    extraHTTPHeaders: { 'x-api-key': access.apiKey },
  });
});
test.afterAll(() => context.dispose());

for (let iteration = 1; iteration <= access.iterations; iteration += 1)
  test(`cardholder ${iteration}`, async () => {
    const kept = {};
    for (const step of flow) {
      const data = step.body === undefined ? {} : { data: step.body };
      const response = await context.fetch(`${access.url}${pathOf(step, kept)}`, { method: step.method, ...data });
      expect(response.status()).toBe(200);
      const body = await response.json();
      for (const [member, value] of Object.entries(step.equals)) expect(body[member]).toBe(value);
      for (const [member, type] of Object.entries(step.types)) expect(typeof body[member]).toBe(type);
      if (step.keep !== undefined) kept[step.keep] = body[step.keep];
    }
  });
