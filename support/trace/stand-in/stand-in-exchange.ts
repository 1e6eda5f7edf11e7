import { pointerOf } from '../../json/json-pointer.js';
import type { Body, Exchange, Json } from '../exchange.js';
import { setMember, type OpenObject } from '../set-member.js';
import { holdsLabel, isLabel, replaceLabels } from '../mask/label.js';
import type { Redaction } from '../mask/redaction.js';
import { standInFor, type MaskedValue } from './stand-in.js';

/** An exchange fit to be judged again, and what was missing to make it so. */
export interface StandInExchange {
  readonly exchange: Exchange;
  /** Labels in the exchange that no line of the ledger explains, each with its place. */
  readonly unexplained: readonly { readonly pointer: string; readonly label: string }[];
}

/** Puts a value of the same type and length in the place of every label, as the ledger's facts describe it. */
export function standInExchange(exchange: Exchange, redactions: readonly Redaction[]): StandInExchange {
  const filler = new Filler(redactions);
  const { request, response } = exchange;
  return {
    exchange: {
      ...exchange,
      request: {
        method: request.method,
        url: filler.text(request.url, '/request/url'),
        path: filler.text(request.path, '/request/path'),
        query: filler.texts(request.query, '/request/query'),
        headers: filler.texts(request.headers, '/request/headers'),
        body: filler.body(request.body, '/request/body'),
      },
      response:
        response === null
          ? null
          : {
              status: response.status,
              headers: filler.texts(response.headers, '/response/headers'),
              body: filler.body(response.body, '/response/body'),
            },
      judgement: null,
    },
    unexplained: filler.unexplained,
  };
}

/** What the ledger says of a label, at each place and where it spoke of it last. */
interface LabelledValue {
  last: MaskedValue;
  readonly places: Map<string, MaskedValue>;
}

/** Fills in stand-ins and notes labels that nothing explains. */
class Filler {
  readonly unexplained: { pointer: string; label: string }[] = [];
  readonly #values = new Map<string, LabelledValue>();

  constructor(redactions: readonly Redaction[]) {
    for (const redaction of redactions) {
      const value = maskedValue(redaction);
      if (value === null) continue;
      const known = this.#values.get(value.label);
      if (known === undefined) {
        this.#values.set(value.label, { last: value, places: new Map([[redaction.pointer, value]]) });
      } else {
        known.last = value;
        known.places.set(redaction.pointer, value);
      }
    }
  }

  text(text: string, pointer: string): string {
    if (!holdsLabel(text)) return text;
    return replaceLabels(text, (label) => {
      const value = this.#at(pointer, label);
      return value === null ? label : standInFor(value);
    });
  }

  texts(values: Readonly<Record<string, string>>, pointer: string): Readonly<Record<string, string>> {
    const filled: Record<string, string> = {};
    for (const name of Object.keys(values)) {
      const value = values[name] ?? '';
      setMember(filled, name, holdsLabel(value) ? this.text(value, pointer + pointerOf(name)) : value);
    }
    return filled;
  }

  body(body: Body, pointer: string): Body {
    switch (body.kind) {
      case 'none':
        return body;
      case 'json':
        return {
          ...body,
          value: this.#json(body.value, `${pointer}/value`),
          duplicateKeys: body.duplicateKeys.map((key, index) => this.text(key, `${pointer}/duplicateKeys/${index}`)),
        };
      case 'text':
        return { ...body, text: this.text(body.text, `${pointer}/text`) };
    }
  }

  #json(value: Json, pointer: string): Json {
    if (typeof value === 'string') {
      if (!isLabel(value)) return this.text(value, pointer);
      const masked = this.#at(pointer, value);
      if (masked === null) return value;
      const text = standInFor(masked);
      return masked.facts.jsonType === 'number' ? Number(text) : text;
    }
    if (typeof value !== 'object' || value === null) return value;
    if (isArray(value)) return value.map((item, index) => this.#json(item, pointer + pointerOf(index)));
    const filled: OpenObject = {};
    for (const name of Object.keys(value)) {
      const place = pointer + pointerOf(name);
      setMember(filled, this.#name(name, place), this.#json(value[name] ?? null, place));
    }
    return filled;
  }

  /**
   * A finding names its place by member names, as they were masked: a name keeps its label, so that both judgements speak of
   * the same place. Only of a card number does the judge say the same in other words, and it must find it again.
   */
  #name(name: string, pointer: string): string {
    return replaceLabels(name, (label) => {
      const value = this.#at(pointer, label);
      const isNumber = value !== null && value.facts.cardNumber && value.facts.digitsOnly;
      return isNumber ? standInFor(value) : label;
    });
  }

  /** By place first: a value may be a number in one place and a text in another. */
  #at(pointer: string, label: string): MaskedValue | null {
    const known = this.#values.get(label);
    if (known === undefined) {
      this.unexplained.push({ pointer, label });
      return null;
    }
    return known.places.get(pointer) ?? known.last;
  }
}

function maskedValue({ label, kind, length, facts }: Redaction): MaskedValue | null {
  if (label === null || length === null || facts === null || kind === 'header' || kind === 'rule') return null;
  return { label, kind, length, facts };
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
