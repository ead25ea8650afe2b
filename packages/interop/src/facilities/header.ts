/** A column's name as it is compared: full and half width, spaces and line breaks do not count. */
const columnName = (text: string): string => text.normalize('NFKC').replace(/\s|[\p{Cc}\p{Cf}]/gu, '');

/** Where each column stands, by its name; a remark in brackets behind a name (`NO(※…)`) does not count. */
export type Header = { readonly names: readonly string[]; readonly at: (...names: readonly string[]) => number };

export function headerOf(cells: readonly string[]): Header {
  const names = cells.map(columnName);
  const find = (name: string) => {
    const exact = names.indexOf(name);
    return exact >= 0 ? exact : names.findIndex(other => other.startsWith(`${name}(`));
  };
  // Every row asks for the same columns.
  const known = new Map<string, number>();
  return {
    names,
    at(...wanted) {
      const asked = wanted.join('|');
      const at = known.get(asked) ?? wanted.map(find).find(found => found >= 0) ?? -1;
      known.set(asked, at);
      return at;
    },
  };
}

export const hasAll = (header: Header, needs: readonly (string | readonly string[])[]): boolean =>
  needs.every(need => header.at(...[need].flat()) >= 0);

/** A row by the names of its columns: a cell's text, empty where there is no such column. */
export type Cells = (...names: readonly string[]) => string;
export const cellsOf =
  (header: Header, cells: readonly string[]): Cells =>
  (...names) =>
    cells[header.at(...names)]?.trim() ?? '';
