import { pointerOf } from '../../contract/document/json-pointer.js';
import type { Body, Exchange, Json } from '../../trace/exchange.js';
import { holdsLabel, isLabel, replaceLabels } from '../../trace/mask/label.js';
import type { Redaction } from '../../trace/mask/redaction.js';
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

/** Fills in stand-ins and notes labels that nothing explains. */
class Filler {
  readonly unexplained: { pointer: string; label: string }[] = [];
  readonly #byLabel = new Map<string, MaskedValue>();
  readonly #byPlace = new Map<string, MaskedValue>();

  constructor(redactions: readonly Redaction[]) {
    for (const redaction of redactions) {
      const value = maskedValue(redaction);
      if (value === null) continue;
      this.#byLabel.set(value.label, value);
      this.#byPlace.set(`${redaction.pointer} ${value.label}`, value);
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
    return Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, this.text(value, pointer + pointerOf(name))]),
    );
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
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [
        this.#name(name, pointer + pointerOf(name)),
        this.#json(member, pointer + pointerOf(name)),
      ]),
    );
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
    const value = this.#byPlace.get(`${pointer} ${label}`) ?? this.#byLabel.get(label) ?? null;
    if (value === null) this.unexplained.push({ pointer, label });
    return value;
  }
}

function maskedValue({ label, kind, length, facts }: Redaction): MaskedValue | null {
  if (label === null || length === null || facts === null || kind === 'header' || kind === 'rule') return null;
  return { label, kind, length, facts };
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
