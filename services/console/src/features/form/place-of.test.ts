import { expect, it } from 'vitest';
import { placeOf } from './place-of.ts';
import type { FieldSpec } from './schema.ts';

const from: FieldSpec = { kind: 'day', name: 'from', label: 'はじまり', isRequired: true };
const fields: FieldSpec[] = [
  from,
  { kind: 'choices', name: 'needs', label: '必要なケア', isRequired: true, choices: [], areWhole: false, least: 1 },
  { kind: 'group', name: 'stay', label: '外泊', isRequired: false, fields: [from] },
  { kind: 'rows', name: 'givers', label: '同意した人', isRequired: true, least: 1, fields: [from] },
];

it.each([
  ['from', 'from'],
  ['needs.2', 'needs'],
  ['stay.from', 'stay.from'],
  ['stay', 'stay'],
  ['givers.0.from', 'givers.0.from'],
  ['givers.0.surprise', 'givers'],
  ['givers.1', 'givers'],
  ['surprise', null],
  ['', null],
])('shows a fault at %s beside %s', (path, place) => {
  expect(placeOf(fields, path)).toBe(place);
});
