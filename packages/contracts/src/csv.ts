/**
 * A cell that a spreadsheet takes for a text, whatever it begins with: a formula, also one in full width or behind spaces,
 * is shown and not computed.
 */
function cellOf(text: string): string {
  const safe = /^[\s\u3000]*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Lines of cells as Excel opens them: BOM, CRLF. */
export const toCsv = (lines: readonly (readonly string[])[]): string =>
  `\uFEFF${lines.map(cells => `${cells.map(cellOf).join(',')}\r\n`).join('')}`;
