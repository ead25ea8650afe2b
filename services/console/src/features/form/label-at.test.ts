import { expect, it } from 'vitest';
import { labelAt } from './label-at.ts';
import type { FieldSpec } from './schema.ts';

const relation: FieldSpec = {
  kind: 'text',
  name: 'relation',
  label: '続柄',
  isRequired: true,
  isLong: false,
  isCode: true,
};
const fields: FieldSpec[] = [
  { kind: 'day', name: 'from', label: 'はじまり', isRequired: true },
  { kind: 'rows', name: 'givers', label: '同意した人', isRequired: true, least: 1, fields: [relation] },
];

it.each([
  ['from', 'はじまり'],
  ['givers', '同意した人'],
  ['givers.1', '同意した人'],
  ['givers.0.relation', '続柄'],
  ['givers.0.surprise', '同意した人'],
  ['surprise', undefined],
])('finds the label of %s', (path, label) => {
  expect(labelAt(fields, path)).toBe(label);
});
