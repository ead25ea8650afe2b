import { createHash } from 'node:crypto';
import type { Found } from './found.ts';
import { conceptCodes, conceptText, cut, type Json, objects, text } from './json.ts';

export type Identity = {
  /** The same for a later file about the same child; at most some 800 characters. */
  readonly key: string;
  /** The number a hospital knows the child by; insurance and social security numbers are none. */
  readonly hospitalNumber: string | null;
};

/** JP Core: patient numbers of the medical institution whose code follows. */
const JP_PATIENT_NUMBER = 'urn:oid:1.2.392.100495.20.3.51.';
const RECORD_CODES = ['MR', 'MRN', 'PI', 'PT'];
const RECORD_WORDS = /カルテ|患者番号|診察券|medical record/i;
/** Numbers of a person outside the hospital: social security, licence, passport, tax, insurance. */
const CIVIL_CODES = ['SS', 'SB', 'DL', 'PPN', 'TAX', 'NI', 'NIIP', 'MB', 'SN', 'MC', 'PRN'];
/** What a system calls a patient by; nobody reads it from a card, and no person could compare it. */
const MACHINE_MADE = /^(urn:uuid:)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const CIVIL_SYSTEMS = /ssn|insurance|medicare|passport|license/i;

/** Who a Patient is to the sending system: its record number, else another number, its id, or all that is said. */
export function identityOf({ resource, fullUrl, within }: Found): Identity {
  const numbers = objects(resource.identifier)
    .flatMap((identifier, at) => {
      const value = text(identifier.value);
      return value ? [{ value, system: text(identifier.system) ?? '', rank: rankOf(identifier) * 1000 + at }] : [];
    })
    .sort((a, b) => a.rank - b.rank);
  const first = numbers[0];
  const number = numbers.find(({ rank, value }) => rank < 2000 && !MACHINE_MADE.test(value));
  const hospitalNumber = number ? cut(number.value, 40) : null;
  if (first) return { key: `${short(first.system)}|${short(first.value)}`, hospitalNumber };
  const id = text(resource.id);
  if (id) return { key: within ? containedKey(within, id) : `Patient/${short(id)}`, hospitalNumber };
  const isAbsolute = fullUrl !== undefined && /^(urn:|https?:)/.test(fullUrl);
  return { key: isAbsolute ? short(fullUrl) : `said:${hashOf(resource)}`, hospitalNumber };
}

function rankOf(identifier: Json): number {
  const codes = conceptCodes(identifier.type);
  const system = text(identifier.system) ?? '';
  const is = (known: readonly string[]) => codes.some(code => known.includes(code));
  if (identifier.use === 'old') return 3;
  if (is(CIVIL_CODES)) return 2;
  if (is(RECORD_CODES) || system.startsWith(JP_PATIENT_NUMBER) || RECORD_WORDS.test(conceptText(identifier.type) ?? ''))
    return 0;
  return CIVIL_SYSTEMS.test(system) ? 2 : 1;
}

/** An index entry holds 2,700 bytes: both ends of a long text are kept, with a mark of the whole. */
const short = (whole: string): string =>
  whole.length <= 200 ? whole : `${cut(whole, 100)}…${hashOf(whole).slice(0, 16)}…${whole.slice(-60).toWellFormed()}`;

const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

const containedKey = ({ resource }: Found, id: string): string => {
  const owner = text(resource.id);
  return owner
    ? `${short(text(resource.resourceType) ?? '')}/${short(owner)}#${short(id)}`
    : `said:${hashOf(resource)}#${short(id)}`;
};
