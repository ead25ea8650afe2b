import { addDays } from '@kaerimichi/rules/calendar';
import { z } from 'zod';
import type { CaseState } from '../decide.ts';
import { wireSchemaOf } from '../events.ts';
import { fieldRefs } from '../field-words.ts';
import { authoritiesOf } from '../stages/family-interview/consent-givers.ts';
import { caregiverRelation } from '../vocabulary.ts';
import { knownIds } from './known-ids.ts';

type Json = Readonly<Record<string, unknown>>;

/** Where a body's choices come from: `pick` of n possibilities, `chance` of a yes. */
export type Choices = { readonly pick: (n: number) => number; readonly chance: (probability: number) => boolean };

type Context = { readonly state: CaseState; readonly on: string; readonly seq: number; readonly choices: Choices };

const schemas = new Map<string, Json>();
function schemaOf(type: string): Json {
  const known = schemas.get(type);
  if (known) return known;
  const schema = wireSchemaOf(type);
  if (!schema) throw new Error(`unknown event ${type}`);
  const json = z.toJSONSchema(schema, { io: 'input' }) as Json;
  schemas.set(type, json);
  return json;
}

/** A valid body of an event, as a client would send it, walked from its own schema with ids drawn from the case. */
export function bodyOf(type: string, context: Context): Record<string, unknown> {
  const { type: _type, ...body } = objectOf(schemaOf(type), context);
  return body;
}

function objectOf(schema: Json, context: Context): Record<string, unknown> {
  // A table by id, which names no field.
  if (!schema.properties) return { x1: fieldOf('of', schema.additionalProperties as Json, context) };
  const required = schema.required as readonly string[] | undefined;
  const entries = Object.entries(schema.properties as Record<string, Json>).filter(
    ([name]) => required?.includes(name) || (name !== 'occurredOn' && context.choices.chance(0.4)),
  );
  const body = inOrder(Object.fromEntries(entries.map(([name, field]) => [name, fieldOf(name, field, context)])));
  return 'authority' in body ? withAuthority(body, context) : inOrOutside(counted(body));
}

/** What is otherwise than at discharge is as many parts as are said to be so. */
function counted(body: Record<string, unknown>): Record<string, unknown> {
  const { areas, differences } = body;
  if (!Array.isArray(areas) || differences === undefined) return body;
  return { ...body, differences: areas.filter(({ areaState }) => areaState === 'notAsAtDischarge').length };
}

/** Whoever consents has an authority that belongs to the relation. */
function withAuthority(body: Record<string, unknown>, { choices }: Context): Record<string, unknown> {
  const fitting = authoritiesOf[caregiverRelation.parse(body.relation)];
  return { ...body, authority: fitting[choices.pick(fitting.length)] };
}

/** An organisation of the network is named by id, any other by a text, none by both. */
function inOrOutside({ outside, ...body }: Record<string, unknown>): Record<string, unknown> {
  const isIn = body.organisation !== undefined || body.recipient !== undefined;
  return isIn || outside === undefined ? body : { ...body, outside };
}

/** A period ends no earlier than it begins. */
function inOrder(body: Record<string, unknown>): Record<string, unknown> {
  const { from } = body;
  const isBefore = (day: unknown) => typeof day === 'string' && typeof from === 'string' && day < from;
  const last = ['to', 'until'].filter(name => isBefore(body[name])).map(name => [name, from]);
  return { ...body, ...Object.fromEntries(last) };
}

function fieldOf(name: string, schema: Json, context: Context): unknown {
  const { choices } = context;
  if (Array.isArray(schema.enum)) return schema.enum[choices.pick(schema.enum.length)];
  if ('const' in schema) return schema.const;
  if (schema.type === 'boolean') return choices.chance(0.75);
  if (schema.type === 'integer') return integerOf(name, schema, context);
  if (schema.type === 'array') return arrayOf(name, schema, context);
  if (schema.type === 'object') return objectOf(schema, context);
  if (schema.format === 'date')
    return addDays(context.on, choices.pick(60) - (name === 'from' || name === 'bornOn' ? 30 : 0));
  if (schema.format === 'date-time') return `${addDays(context.on, 1 + choices.pick(5))}T08:00:00.000Z`;
  if (String(schema.pattern).includes('Hiragana')) return 'ことば';
  if (String(schema.pattern).includes('[0-5]')) return '13:30';
  // The hash that every text of an invented case has.
  if (String(schema.pattern).includes('{64}')) return '0'.repeat(64);
  return schema.pattern === undefined && !(name in fieldRefs) ? '書き込み' : idOf(name, context);
}

function integerOf(name: string, schema: Json, { choices, seq }: Context): number {
  if (name === 'seq') return 1 + choices.pick(seq);
  const least = Number(schema.minimum ?? 0);
  const most = Math.min(Number(schema.maximum ?? 9), least + 25);
  // The top of a small scale is what most entries are about: “alone”, “two caregivers”.
  return choices.chance(0.5) && most - least < 6 ? most : least + choices.pick(most - least + 1);
}

function arrayOf(name: string, schema: Json, context: Context): unknown[] {
  const least = Math.max(Number(schema.minItems ?? 0), context.choices.chance(0.7) ? 1 : 0);
  const length = least + context.choices.pick(2);
  const items = Array.from({ length }, () => fieldOf(name, schema.items as Json, context));
  return [...new Map(items.map(item => [keyOf(item), item])).values()];
}

/** Rows of a list have an id of their own; of everything else no two are alike. */
const keyOf = (item: unknown): string =>
  typeof item === 'object' && item !== null && 'id' in item ? String(item.id) : JSON.stringify(item);

function idOf(name: string, context: Context): string {
  const known = knownIds(name, context.state);
  if (known.length > 0 && context.choices.chance(0.8)) return known[context.choices.pick(known.length)] ?? 'x';
  const id = `${name.slice(0, 4)}${context.choices.pick(4)}`;
  // Ids of real clients are long: one in four has all forty characters.
  return id.endsWith('3') ? id.padEnd(40, '0') : id;
}
