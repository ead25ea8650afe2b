import type { Statement } from '../database.ts';

/** Columns of a table with the types in which their values come, one array each. */
type Columns = Readonly<Record<string, string>>;

/** Every column takes its value as it comes, but for these. */
const madeOf: Readonly<Record<string, string>> = {
  categories: `string_to_array(n.categories, ',')`,
  flags: `string_to_array(n.flags, ',')`,
  lost: `string_to_array(n.lost, ',')`,
};

/** Many rows of a table in one statement. */
export function insertion(table: string, columns: Columns): Insertion {
  const names = Object.keys(columns);
  const values = names.map(name => madeOf[name] ?? `n.${name}`);
  const arrays = Object.values(columns).map((type, at) => `$${at + 1}::${type}[]`);
  return {
    columns: names,
    text: `INSERT INTO ${table} (${names.join(', ')}) SELECT ${values.join(', ')}
      FROM unnest(${arrays.join(', ')}) AS n (${names.join(', ')})`,
  };
}

export type Insertion = Statement & { readonly columns: readonly string[] };
