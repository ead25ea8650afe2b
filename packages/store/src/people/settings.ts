import type { Database, Statement } from '../database.ts';

/** How people like the program to be, by name; what each setting may be is the wire's to say. */
export type PersonSettings = {
  of(person: string): Promise<Readonly<Record<string, unknown>>>;
  /** Sets what is named and leaves the rest; answers all of them. */
  set(person: string, changes: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, unknown>>>;
};

type Row = { readonly settings: Readonly<Record<string, unknown>> };

export function personSettings(database: Database): PersonSettings {
  const ask = async (statement: Statement, values: readonly unknown[]) =>
    (await database.rows<Row>(statement, values))[0]?.settings ?? {};
  return {
    of: person => ask(ofText, [person]),
    set: (person, changes) => ask(setText, [person, JSON.stringify(changes)]),
  };
}

const ofText: Statement = { name: 'person-settings', text: 'SELECT settings FROM person WHERE id = $1' };
const setText: Statement = {
  name: 'set-person-settings',
  text: 'UPDATE person SET settings = settings || $2::jsonb WHERE id = $1 RETURNING settings',
};
