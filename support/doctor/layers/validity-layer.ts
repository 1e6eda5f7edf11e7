import { X509Certificate } from 'node:crypto';
import { checkValidity } from '../../config/client-certificate.js';
import { CodedError } from '../../messages/coded-error.js';
import { ok, problem, refusedWith } from '../finding.js';
import { filesOf } from '../identity-files.js';
import type { Finding } from '../layer.js';
import type { Subject } from '../subject.js';

const dayMs = 86_400_000;

/** Days before the end at which the vendor reminds, shortest first. Source: docs/credentials-and-key-rotation. */
const reminders = [5, 15, 30] as const;

/** Lifetime the vendor gives a certificate, days. Source: docs/credentials-and-key-rotation. */
const usualLifetime = 90;

/** The certificate is valid now and for a while. */
export function examineValidity({ target, clock }: Subject): Finding {
  const { certificate } = target;
  try {
    checkValidity(certificate, filesOf(certificate, 'current').certificate, clock);
  } catch (error) {
    if (error instanceof CodedError) return refusedWith(error, ['you']);
    throw error;
  }
  const { validFrom, validTo } = new X509Certificate(certificate.certificate);
  const [from, to] = [Date.parse(validFrom), Date.parse(validTo)];
  const days = Math.floor((to - clock.now()) / dayMs);
  const date = new Date(to).toISOString();
  const threshold = reminders.find((limit) => to - clock.now() <= limit * dayMs);
  if (threshold !== undefined) return problem('warn', 'DOC-111', { days, date, threshold });
  const lifetime = Math.round((to - from) / dayMs);
  const usual = Math.abs(lifetime - usualLifetime) <= 1 ? '' : `, where ${usualLifetime} are usual`;
  return ok(`${days} days left, until ${date} (lifetime ${lifetime} days${usual})`);
}
