import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '../product/client.ts';
import { root } from '../product/product.ts';
import { minimalBody, type Schema } from './minimal-body.ts';
import { expectedColumn } from './people-table.ts';
import type { Member } from './people-world.ts';
import { nameOf } from './told.ts';

export type Command = { readonly type: string; readonly schema: Schema; readonly marks: readonly string[] };
export type Commands = { readonly columns: readonly string[]; readonly sendable: readonly Command[] };

/** The table of commands by hand, which stands beside the unit tests and is used by nothing else. */
function readTable(): { columns: string[]; rows: Map<string, string[]> } {
  const source = readFileSync(join(root, 'packages/access/src/testing/command-table.ts'), 'utf8');
  const columns = [...(/commandColumns = \[([^\]]*)\]/.exec(source)?.[1] ?? '').matchAll(/'(\w+)'/g)];
  const lines = (/commandTable = `([^`]*)`/.exec(source)?.[1] ?? '').trim().split('\n');
  const rows = lines.map(line => line.trim().split(/\s+/)).map(([type = '', ...marks]) => [type, marks] as const);
  return { columns: columns.map(match => match[1] ?? ''), rows: new Map(rows) };
}

/** Commands that somebody may send, with their schema as it is published; `rows`: how many the table by hand has. */
export async function readCommands(client: Client): Promise<Commands & { readonly rows: number }> {
  const { columns, rows } = readTable();
  const { body } = await client.get<{ events: { type: string; schema: Schema }[] }>('/pathway');
  const isSent = (marks: readonly string[]) => marks.some(mark => mark !== '-');
  const sendable = body.events
    .map(({ type, schema }) => ({ type, schema, marks: rows.get(type) ?? [] }))
    .filter(({ marks }) => isSent(marks));
  return { columns, sendable, rows: [...rows.values()].filter(isSent).length };
}

type Asking = { readonly caseId: string; readonly columns: readonly string[]; readonly isWaiving?: boolean };

/** Commands that are allowed, refused or unknown otherwise than the table by hand says. */
export async function commandFaults(
  member: Member,
  commands: readonly Command[],
  { caseId, columns, isWaiving = false }: Asking,
): Promise<string[]> {
  const faults: string[] = [];
  const column = expectedColumn(member.role, member.relation);
  for (const { type, schema, marks } of commands) {
    const mark = marks[columns.indexOf(member.role)] ?? '-';
    const isAllowed = column !== null && mark.includes(column) && (!mark.includes('w') || isWaiving);
    const expected = column === null ? 404 : isAllowed ? 409 : 403;
    // A version that no case has: what is allowed is a conflict, and nothing changes between two questions.
    const { status } = await member.client.send(caseId, 999_999, minimalBody(schema) as Record<string, unknown>);
    if (status !== expected) faults.push(`${nameOf(member)} ${type}: ${status}, not ${expected}`);
  }
  return faults;
}
