import { categories, codeWords, roleIds } from '@kaerimichi/discharge';
import { expect, it } from 'vitest';
import { knownEventTypes, neverSent, permissionsDocument, roles } from './index.ts';
import { commandColumns, commandTable } from './testing/command-table.ts';

const document = permissionsDocument();
const lines = document.split('\n');
const cellsOf = (line: string) => line.split('|').map(cell => cell.trim());

it('names every role in both tables’ words and every category', () => {
  for (const role of roleIds) {
    expect(document).toContain(`| ${role} ${codeWords[role]?.ja} |`);
    expect(roles[role].id).toBe(role);
  }
  for (const category of categories) expect(document).toContain(` ${category} `);
});

it('has a row for every command, marked as the table written by hand has it', () => {
  const head = cellsOf(lines.find(line => line.startsWith('| event |')) ?? '');
  const rows = commandTable.trim().split('\n');
  const sent = rows.map(row => row.split(/\s+/)).filter(([event]) => !neverSent.some(other => other === event));
  expect(sent.length).toBe(knownEventTypes.length - neverSent.length);
  for (const [event, ...marks] of sent) {
    const row = cellsOf(lines.find(line => line.startsWith(`| \`${event}\` |`)) ?? '');
    commandColumns.forEach((role, n) => {
      const mark = (marks[n] ?? '').replace('-', '–').replace('w', '(w)');
      expect(row[head.indexOf(role)], `${event} ${role}`).toBe(mark);
    });
  }
});

it('is the same every time, with tables whose rows are as wide as their heads', () => {
  expect(permissionsDocument()).toBe(document);
  const widths = lines.map((line, n) => ({
    width: cellsOf(line).length,
    isRow: line.startsWith('|'),
    before: lines[n - 1],
  }));
  for (const { width, isRow, before = '' } of widths)
    if (isRow && before.startsWith('|')) expect(width).toBe(cellsOf(before).length);
});
