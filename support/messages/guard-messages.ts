import { defineMessages } from './message.js';

/** Refusals of the environment guard; each ends the command with exit 77 before any connection. */
export const refusalMessages = defineMessages({
  'GRD-101': {
    text: 'AXYS_ENV is "{received}"; expected one of {accepted}.',
    next: 'Set AXYS_ENV to exactly one of these words (lower case), or unset it for the emulator.',
  },
  'GRD-102': {
    text: 'AXYS_ENV={environment} does not allow the host {host}; allowed: {allowed}.',
    next: 'Correct AXYS_BASE_URL, or admit this one host with --allow-host {host}.',
  },
  'GRD-103': {
    text: '{host} is the documented {owner} host and AXYS_ENV is {environment}; --allow-host never admits it.',
    next: 'Set AXYS_ENV={owner} if you mean that environment.',
  },
  'GRD-104': {
    text: 'The target at {host} answers the simulations like a missing route, so it is not a staging environment.',
    next: 'Nothing was created. Check that AXYS_BASE_URL does not point at production.',
  },
  'GRD-106': {
    text: 'The Cucumber profile is for {environment}, but AXYS_ENV says {received}.',
    next: 'Use npx cucumber-js -p {received}, or take AXYS_ENV out of the environment.',
  },
  'GRD-107': {
    text: 'Whether {host} has the simulations of a staging environment could not be learned: {received}, {tries} times.',
    next: 'Nothing was created: the host may be production. Look with axys-certify doctor, and run again once it answers.',
  },
  'GRD-105': {
    text: 'AXYS_ENV={environment} with the host {host}, which resolves to {address}: not a loopback address.',
    next: 'Use https://127.0.0.1:PORT/v2, or admit the host with --allow-host {host}.',
  },
});

/** A base URL that cannot be used at all; exit 78. */
export const baseUrlMessages = defineMessages({
  'CFG-501': {
    text: 'AXYS_BASE_URL is not a URL.',
    next: 'Expected a form such as https://staging.api.axyscards.com/v2.',
  },
  'CFG-502': {
    text: 'AXYS_BASE_URL has the scheme "{scheme}"; expected https.',
    next: 'The API is reached over mutual TLS only.',
  },
  'CFG-503': {
    text: 'AXYS_BASE_URL holds {part}; expected scheme, host, port and path only.',
    next: 'Remove it. Credentials belong in AXYS_API_KEY and the certificate variables.',
  },
  'CFG-504': {
    text: 'The path of AXYS_BASE_URL is "{path}"; expected one that ends in /v2.',
    next: 'Append the API version: the contract is written without /v2.',
  },
});

/** A bad `--allow-host`; exit 64. */
export const allowHostMessages = defineMessages({
  'CMD-130': {
    text: '--allow-host "{received}" is not a host name.',
    next: 'Give the host alone, such as api.example.test or 10.0.0.5; a port is ignored.',
  },
});
