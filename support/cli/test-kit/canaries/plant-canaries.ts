import { request } from 'undici';
import {
  isObject,
  jsonOf,
  membersOf,
  type Answer,
  type Variation,
  type JsonObject,
} from '../../../emulator/variations/variation.js';
import type { Json } from '../../../trace/exchange.js';
import type { Canaries } from './canary.js';

/** Groups of digits as people write them. */
function grouped(pan: string, by: string): string {
  return pan.replace(/(\d{4})(?=\d)/g, `$1${by}`);
}

const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');
const unicode = (text: string) =>
  Array.from(text, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
const entities = (text: string) => Array.from(text, (letter) => `&#${letter.charCodeAt(0)};`).join('');

/** Members that no contract knows, with a canary in each form a careless platform might answer. */
export function plantedMembers(canaries: Canaries, secret: string): JsonObject {
  const pan = (name: string) => canaries.pan(`card number ${name}`);
  const inName = pan('as the name of a member');
  return {
    note: `card ${pan('in a sentence')} was used`,
    spaced: grouped(pan('in groups with spaces'), ' '),
    hyphened: grouped(pan('in groups with hyphens'), '-'),
    dotted: grouped(pan('in groups with dots'), '.'),
    wrapped: base64(`pan=${pan('in base64')}`),
    wrappedTwice: base64(base64(`the pan is ${pan('in base64 twice')}`)),
    inUrl: encodeURIComponent(`card=${pan('in a URL-encoded text')}&x=1`),
    escapedDigits: unicode(pan('in unicode escapes')),
    nested: JSON.stringify({ deep: [{ any: pan('in nested JSON') }] }),
    nestedTwice: JSON.stringify({ text: JSON.stringify({ cvv: canaries.short('CVV in nested JSON', 'cvv', '731') }) }),
    html: `<td class="n">${pan('in HTML')}</td>`,
    entities: entities(pan('in HTML entities')),
    reversed: {
      cvc: canaries.short('CVC before its number', 'cvc', '642'),
      expYear: 2031,
      number: pan('after its CVC'),
    },
    [inName]: 'a member named by a card number',
    // Findings call members by their names, so that one of them speaks of a code.
    [`cvv=${canaries.short('CVV in the name of a member', 'cvv', '694')}`]: 'a member named by a code',
    list: [Number(pan('as a number')), [pan('in a list')]],
    halves: halvesOf(pan('in two members')),
    newPin: canaries.short('PIN', 'pin', '8264'),
    otp: canaries.short('OTP', 'otp', '739184'),
    smsCode: canaries.short('SMS code', 'sms_?-?code', '508213'),
    said: `Your one-time code is ${canaries.short('code in a sentence', 'code(?: is)?', '664219')}.`,
    echo: secret,
    echoWrapped: base64(`key ${secret}`),
    echoInUrl: encodeURIComponent(`key=${secret}`),
    echoHex: Buffer.from(secret).toString('hex'),
  };
}

function halvesOf(pan: string): JsonObject {
  return { first: pan.slice(0, 8), second: pan.slice(8) };
}

/** Headers that carry canaries, those of the allow-list included. */
function plantedHeaders(canaries: Canaries, secret: string): Readonly<Record<string, string>> {
  const pan = (name: string) => canaries.pan(`card number in header ${name}`);
  return {
    'set-cookie': `card=${pan('set-cookie')}; key=${secret}`,
    location: `https://elsewhere.invalid/?pan=${pan('location')}&key=${secret}`,
    'www-authenticate': `Bearer realm="${pan('www-authenticate')}", key="${secret}"`,
    'x-request-id': `r-${pan('x-request-id')}`,
    server: `server ${grouped(pan('server'), ' ')}`,
    via: `1.1 ${encodeURIComponent(`host ${pan('via')}`)}`,
    [`x-${pan('as its name')}`]: 'named by a card number',
  };
}

/** How planted answers come about. */
export interface Planting {
  readonly canaries: Canaries;
  /** What the server knows of its client and must not say: the API key. */
  readonly secret: string;
}

/** Adds canaries to every answer: members, headers, error texts, status lines; and calls back with some. */
export function plantCanaries({ canaries, secret }: Planting): Variation {
  const members = plantedMembers(canaries, secret);
  const headers = plantedHeaders(canaries, secret);
  const reason = `OK ${canaries.pan('card number in a status line')}`;
  const refusal = `Card ${canaries.pan('card number in an error text')} is not known, key ${secret}, pin=8264`;
  const page = `<html><h1>Moved</h1><p>${canaries.pan('card number on a page')} cvv: 731</p>${secret}</html>`;
  const callback = {
    ...{ secret: canaries.value('webhook secret', 'whsec_Zk3Qp81LmN0vXy72') },
    ...{ signature: secret, pan: canaries.pan('card number in a callback'), otp: '739184' },
  };
  let subscribed: string | null = null;
  return async (asked, next) => {
    const { webhookUrl } = membersOf(asked.body);
    if (typeof webhookUrl === 'string') subscribed = webhookUrl;
    if (subscribed !== null && asked.path.endsWith('/otp-challenge')) await callBack(subscribed, callback);
    const answer = await next(asked);
    if (asked.path.endsWith('/support-tickets')) return redirect(answer, headers, page);
    const json = jsonOf(answer);
    return {
      ...answer,
      headers: { ...answer.headers, ...headers },
      body: json === undefined ? answer.body : { json: planted(json, members, refusal) },
      delivery: { ...answer.delivery, reason },
    };
  };
}

function redirect(answer: Answer, headers: Readonly<Record<string, string>>, page: string): Answer {
  return { ...answer, status: 302, headers: { ...headers, 'content-type': 'text/html' }, body: { text: page } };
}

function planted(json: Json, members: JsonObject, refusal: string): Json {
  if (!isObject(json)) return json;
  const said = json['status'] === 'error' ? { message: refusal } : {};
  return { ...members, ...json, ...said };
}

async function callBack(url: string, body: Json): Promise<void> {
  const headers = { 'content-type': 'application/json', 'x-webhook-secret': 'whsec_Zk3Qp81LmN0vXy72' };
  const answer = await request(url, { method: 'POST', headers, body: JSON.stringify(body) });
  await answer.body.dump();
}
