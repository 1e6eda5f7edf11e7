import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Answer, Delivery } from '../variations/variation.js';

/** Sends an answer the way its delivery says. `date` stands in where the answer has none: a server has one clock. */
export async function deliver(response: ServerResponse, answer: Answer, date: string): Promise<void> {
  const { status, body, delivery } = answer;
  if (delivery.pauseMs !== undefined) await pause(delivery.pauseMs);
  if (delivery.reset === true) {
    response.socket?.destroy();
    return;
  }
  if (delivery.interim === true) response.writeEarlyHints({ link: '</style.css>; rel=preload' });
  const plain = Buffer.from(textOf(body, delivery), 'utf8');
  const bytes = delivery.gzip === true && body !== null ? gzipSync(plain) : plain;
  response.sendDate = false;
  if (delivery.reason !== undefined) response.statusMessage = delivery.reason;
  response.writeHead(status, spelled({ date, ...answer.headers, ...framing(answer, bytes) }, delivery));
  for (const chunk of chunksOf(bytes, delivery)) response.write(chunk);
  response.end();
}

function textOf(body: Answer['body'], { form }: Delivery): string {
  if (body === null) return '';
  if ('text' in body) return body.text;
  if (form === undefined) return JSON.stringify(body.json);
  if (form === 'indented') return `\n${JSON.stringify(body.json, null, 4)}\n`;
  return JSON.stringify(body.json)
    .replace(/[\u007f-\uffff]/g, escapedUnit)
    .replaceAll('/', String.raw`\/`);
}

function escapedUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Headers that say how the body is framed; a 204 has none. */
function framing({ body, delivery }: Answer, bytes: Buffer): Readonly<Record<string, string>> {
  return {
    ...(delivery.closing === true ? { connection: 'close' } : {}),
    ...(delivery.gzip === true && body !== null ? { 'content-encoding': 'gzip' } : {}),
    ...(body === null || delivery.chunkBytes !== undefined ? {} : { 'content-length': String(bytes.length) }),
  };
}

function spelled(headers: Readonly<Record<string, string>>, { shouted }: Delivery): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [shouted === true ? name.toUpperCase() : name, value]),
  );
}

function chunksOf(bytes: Buffer, { chunkBytes = bytes.length }: Delivery): readonly Buffer[] {
  if (bytes.length === 0) return [];
  return Array.from({ length: Math.ceil(bytes.length / chunkBytes) }, (_, index) =>
    bytes.subarray(index * chunkBytes, (index + 1) * chunkBytes),
  );
}
