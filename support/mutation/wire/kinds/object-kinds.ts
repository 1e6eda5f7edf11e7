import { isObject } from '../../../json/json-pointer.js';
import type { Json } from '../../../trace/exchange.js';
import { changingBody } from '../change-json.js';
import { strangerIn } from '../expected/stranger.js';
import { describes, type Place } from '../expected/place.js';
import { mayCarry, returned, writeOnlyMembers } from '../expected/write-only-members.js';
import type { RecordedAnswer } from '../recorded-answer.js';
import { memberPointer } from './member-kinds.js';
import { plantedNumber } from './planted-number.js';
import type { Planted, WireKind } from './wire-kind.js';

/** The name of a member that no contract has. */
const strange = 'xWireMutant';

/** Mutants of objects: a member too many, secrets that come back, another order. */
export const objectKinds: readonly WireKind[] = [
  {
    kind: 'undocumented-member',
    title: 'An object has a member that the contract does not describe.',
    noticedBy: 'judge',
    plant: ({ places }) => objectsOf(places).map((place) => ({ ...added(place, strange, true), ...strangerIn(place) })),
  },
  {
    kind: 'write-only-returned',
    title: 'A member that is only ever sent comes back.',
    noticedBy: 'judge',
    plant: ({ document, operationId, places }) =>
      objectsOf(places).flatMap((place) =>
        writeOnlyMembers(document)
          .filter((name) => !place.statements.some((statement) => describes(statement, name)))
          .filter((name) => !mayCarry(operationId, name))
          .map((name) => ({ ...added(place, name, '73'), ...returned(name) })),
      ),
  },
  {
    kind: 'card-number-planted',
    title: 'A full card number stands in a member of any name.',
    noticedBy: 'judge',
    plant: ({ places }) =>
      objectsOf(places).map((place) => ({
        ...added(place, strange, plantedNumber),
        expected: 'fail',
        because: 'a card number is shown by the issuing call only (reference/post_cards-virtual-cardholderid)',
      })),
  },
  {
    kind: 'members-reordered',
    title: 'The members of an object come in another order.',
    noticedBy: 'judge',
    plant: ({ places }) =>
      objectsOf(places).map(({ pointer }) => ({
        pointer: `/body${pointer}`,
        expected: 'legal',
        because: 'the members of a JSON object have no order (RFC 8259)',
        alter: changingBody(pointer, (value) =>
          isObject(value) ? Object.fromEntries(Object.entries(value as Members).reverse()) : value,
        ),
      })),
  },
  {
    kind: 'member-doubled',
    title: 'An object names a member twice.',
    noticedBy: 'judge',
    plant: (answer) => firstMembers(answer).map((place) => doubled(place)),
  },
];

type Members = Readonly<Record<string, Json>>;

function objectsOf(places: readonly Place[]): readonly Place[] {
  return places.filter(({ value }) => isObject(value));
}

function added(place: Place, name: string, value: Json): Pick<Planted, 'pointer' | 'alter'> {
  const change = changingBody(place.pointer, (before) =>
    isObject(before) ? { ...(before as Members), [name]: value } : before,
  );
  return { pointer: `/body${memberPointer(place, name)}`, alter: change };
}

/** The first member of every object, which is enough to say a name twice. */
function firstMembers({ places }: RecordedAnswer): readonly Place[] {
  return places.filter(
    ({ name, owner }, index) =>
      name !== null && places.findIndex((other) => other.name !== null && other.owner === owner) === index,
  );
}

function doubled({ pointer }: Place): Planted {
  return {
    pointer: `/body${pointer}`,
    expected: 'review',
    because: 'names within a JSON object should be unique (RFC 8259); no page of the vendor speaks of it',
    alter: (response) =>
      response.body.kind === 'json' ? { ...response, body: { ...response.body, duplicateKeys: [pointer] } } : response,
  };
}
