import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CodedError } from '../messages/coded-error.js';
import { guardTarget } from './guard.js';

const staging = 'https://staging.api.axyscards.com/v2';
const production = 'https://production.api.axyscards.com/v2';

/** AXYS_ENV, AXYS_BASE_URL, --allow-host, and the code the guard answers with (null: let through). */
type Row = readonly [
  environment: string | undefined,
  url: string | undefined,
  allow: readonly string[],
  code: string | null,
];

const rows: readonly Row[] = [
  [undefined, undefined, [], null],
  ['emulator', undefined, [], null],
  ['staging', undefined, [], null],
  ['production', undefined, [], null],
  // Words
  ['prod', undefined, [], 'GRD-101'],
  ['Staging', undefined, [], 'GRD-101'],
  ['', undefined, [], 'GRD-101'],
  ['staging ', undefined, [], 'GRD-101'],
  ['constructor', undefined, [], 'GRD-101'],
  // Each environment's own hosts
  ['staging', staging, [], null],
  ['production', production, [], null],
  ['staging', 'https://STAGING.API.AxysCards.com/v2', [], null],
  ['staging', 'https://staging.api.axyscards.com./v2', [], null],
  ['staging', 'https://staging.api.axyscards.com:8443/v2/', [], null],
  // Another environment's documented host, however it is written, and even when it is allowed
  ['staging', production, [], 'GRD-103'],
  ['staging', production, ['production.api.axyscards.com'], 'GRD-103'],
  ['staging', 'https://PRODUCTION.api.axyscards.com.:443/v2', ['production.api.axyscards.com'], 'GRD-103'],
  ['production', staging, ['staging.api.axyscards.com'], 'GRD-103'],
  ['emulator', staging, ['staging.api.axyscards.com'], 'GRD-103'],
  ['emulator', production, [], 'GRD-103'],
  ['emulator', 'http://production.api.axyscards.com/v2', [], 'GRD-103'],
  // Loopback, as the URL parser normalises it
  ['emulator', 'https://127.0.0.1:8443/v2', [], null],
  ['emulator', 'https://127.8.9.10/v2', [], null],
  ['emulator', 'https://2130706433/v2', [], null],
  ['emulator', 'https://0x7f.1/v2', [], null],
  ['emulator', 'https://[::1]:8443/v2', [], null],
  ['emulator', 'https://[0:0:0:0:0:0:0:1]/v2', [], null],
  ['emulator', 'https://[::ffff:127.0.0.1]/v2', [], null],
  ['emulator', 'https://LOCALHOST./v2', [], null],
  ['production', 'https://localhost:8443/v2', [], null],
  // Hosts that only look like an allowed one
  ['staging', 'https://staging.api.axyscards.com@evil.example/v2', [], 'GRD-102'],
  ['staging', 'https://staging.api.axyscards.com.evil.example/v2', [], 'GRD-102'],
  ['staging', 'https://stagıng.api.axyscards.com/v2', [], 'GRD-102'],
  ['emulator', 'https://127.0.0.1.evil.example/v2', [], 'GRD-102'],
  ['emulator', 'https://localhost.evil.example/v2', [], 'GRD-102'],
  ['emulator', 'https://app.localhost/v2', [], 'GRD-102'],
  ['emulator', 'https://128.0.0.1/v2', [], 'GRD-102'],
  ['emulator', 'https://[::2]/v2', [], 'GRD-102'],
  ['emulator', 'https://[::ffff:10.0.0.1]/v2', [], 'GRD-102'],
  ['emulator', 'https://0.0.0.0/v2', [], 'GRD-102'],
  // --allow-host
  ['staging', 'https://mirror.example/v2', [], 'GRD-102'],
  ['staging', 'https://mirror.example/v2', ['MIRROR.example.'], null],
  ['staging', 'https://mirror.example:9443/v2', ['mirror.example:1'], null],
  ['staging', 'https://mirror.example/v2', ['other.example'], 'GRD-102'],
  ['staging', 'https://bücher.example/v2', ['xn--bcher-kva.example'], null],
  ['emulator', 'https://[fd00::7]/v2', ['fd00::7'], null],
  ['staging', 'https://mirror.example/v2', ['https://mirror.example'], 'CMD-130'],
  ['staging', 'https://mirror.example/v2', [''], 'CMD-130'],
  ['staging', 'https://mirror.example/v2', ['user@mirror.example'], 'CMD-130'],
  // URLs that cannot be used; a refusal comes first
  ['emulator', 'nonsense', [], 'CFG-501'],
  ['emulator', '', [], 'CFG-501'],
  ['emulator', 'localhost:8443/v2', [], 'CFG-501'],
  ['emulator', 'http://127.0.0.1:8443/v2', [], 'CFG-502'],
  ['staging', 'http://evil.example/v2', [], 'GRD-102'],
  ['emulator', 'https://key:secret@127.0.0.1/v2', [], 'CFG-503'],
  ['emulator', 'https://127.0.0.1/v2?x=1', [], 'CFG-503'],
  ['emulator', 'https://127.0.0.1/', [], 'CFG-504'],
  ['emulator', 'https://127.0.0.1/v3', [], 'CFG-504'],
];

const exits: Readonly<Record<string, number>> = { GRD: 77, CFG: 78, CMD: 64 };

describe('guardTarget', () => {
  for (const [environment, url, allow, code] of rows) {
    const name = `${environment ?? '(unset)'} ${url ?? '(no url)'} allow=${allow.join(',')} -> ${code ?? 'through'}`;
    it(name, () => {
      const values = {
        ...(environment === undefined ? {} : { AXYS_ENV: environment }),
        ...(url === undefined ? {} : { AXYS_BASE_URL: url }),
      };
      if (code === null) {
        assert.equal(guardTarget(values, allow).environment, environment ?? 'emulator');
        return;
      }
      assert.throws(
        () => guardTarget(values, allow),
        (error) => error instanceof CodedError && error.code === code && error.exit === exits[code.slice(0, 3)],
      );
    });
  }

  it('takes the documented base URL where none is given, and none for the emulator', () => {
    assert.equal(guardTarget({ AXYS_ENV: 'staging' }, []).baseUrl?.href, staging);
    assert.equal(guardTarget({ AXYS_ENV: 'production' }, []).baseUrl?.href, production);
    assert.equal(guardTarget({}, []).baseUrl, null);
  });

  it('drops a trailing slash, and never shows credentials of a URL', () => {
    assert.equal(guardTarget({ AXYS_BASE_URL: 'https://127.0.0.1:1/v2/' }, []).baseUrl?.href, 'https://127.0.0.1:1/v2');
    assert.throws(
      () => guardTarget({ AXYS_BASE_URL: 'https://me:hunter2hunter2@evil.example/v2' }, []),
      (error) => error instanceof CodedError && !`${error.message}${error.next}`.includes('hunter2'),
    );
  });
});
