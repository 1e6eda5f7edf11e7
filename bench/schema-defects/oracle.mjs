// Says whether an answer fits a contract, in the small language that random-contract.mjs writes. Shares no code and no library
// with any contestant: what it calls a defect is one by the words of JSON Schema, OpenAPI 3.0 and HTTP alone, with one rule
// added: a member that the contract does not name is a defect as well.

/** True when the answer (status, headers, text) fits the one operation of the contract. */
export function fits(contract, { status, headers, text }) {
  const { responses } = contract.paths['/cards/{cardId}'].get;
  const response = responses[status];
  if (response === undefined) return false;
  if (mediaType(headers['content-type']) !== 'application/json') return false;
  const mark = headers['x-mark'];
  if (mark === undefined || !fitsSchema(response.headers['X-Mark'].schema, headerValue(mark, response))) return false;
  if (repeatsAName(text)) return false;
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    return false;
  }
  return fitsSchema(response.content['application/json'].schema, value);
}

function mediaType(header) {
  return header === undefined ? null : header.split(';')[0].trim().toLowerCase();
}

/** A header is text; where a number is due, it is one when it is written as one. */
function headerValue(text, response) {
  const { type } = response.headers['X-Mark'].schema;
  return type === 'integer' && /^-?\d+$/.test(text) ? Number(text) : text;
}

function fitsSchema(schema, value) {
  if (schema.writeOnly === true) return false;
  if (schema.enum !== undefined && !schema.enum.includes(value)) return false;
  if (value === null) return schema.nullable === true;
  switch (schema.type) {
    case 'integer':
      return Number.isInteger(value) && value >= schema.minimum && value <= schema.maximum;
    case 'number':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'string':
      return typeof value === 'string' && fitsText(schema, value);
    case 'array':
      return (
        Array.isArray(value) &&
        value.length >= schema.minItems &&
        value.length <= schema.maxItems &&
        value.every((item) => fitsSchema(schema.items, item))
      );
    case 'object':
      return fitsObject(schema, value);
    default:
      throw new Error(`the oracle does not know ${schema.type}`);
  }
}

function fitsText({ minLength = 0, maxLength = Infinity, pattern, format }, value) {
  const length = [...value].length;
  if (length < minLength || length > maxLength) return false;
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(value)) return false;
  return format === undefined || isMoment(value);
}

/** RFC 3339 section 5.6, and a day the calendar has. */
function isMoment(text) {
  const parts = /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:[Zz]|[+-](\d\d):(\d\d))$/.exec(text);
  if (parts === null) return false;
  const [year, month, day, hour, minute, second, zoneHour = 0, zoneMinute = 0] = parts
    .slice(1)
    .map((part) => part && Number(part));
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const inDay = month >= 1 && month <= 12 && day >= 1 && day <= days && hour <= 23 && minute <= 59 && second <= 60;
  return inDay && zoneHour <= 23 && zoneMinute <= 59;
}

function fitsObject({ properties, required = [] }, value) {
  if (typeof value !== 'object' || Array.isArray(value)) return false;
  const has = (name) => Object.prototype.hasOwnProperty.call(value, name);
  return (
    required.every(has) &&
    Object.entries(value).every(
      ([name, member]) =>
        Object.prototype.hasOwnProperty.call(properties, name) && fitsSchema(properties[name], member),
    )
  );
}

/** True when some object in the text has two members of one name. */
function repeatsAName(text) {
  let repeated = false;
  const counts = { written: (text.match(/"(?:[^"\\]|\\.)*"\s*:/g) ?? []).length, read: 0 };
  try {
    JSON.parse(text, (_name, value) => {
      if (typeof value === 'object' && value !== null && !Array.isArray(value))
        counts.read += Object.keys(value).length;
      return value;
    });
    repeated = counts.written > counts.read;
  } catch {
    // Text that is no JSON is a defect for another reason.
  }
  return repeated;
}
