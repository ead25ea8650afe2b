import { expect, it } from 'vitest';
import { askedFields } from './asked-fields.ts';
import type { FieldSpec } from './schema.ts';

const day = (name: string): FieldSpec => ({ kind: 'day', name, label: name, isRequired: false });
const all: FieldSpec[] = [
  { kind: 'whole', name: 'seq', label: '記録の番号', isRequired: true, least: 1 },
  day('occurredOn'),
  day('until'),
];
const names = (asking: Parameters<typeof askedFields>[1]) => askedFields(all, asking).map(({ name }) => name);

it('asks for everything, the day last', () => {
  expect(names({})).toEqual(['seq', 'until', 'occurredOn']);
});
it('asks for nothing that is settled: the entry that is corrected', () => {
  expect(names({ fixed: { seq: 12 } })).toEqual(['until', 'occurredOn']);
});
it('asks for what a move needs only', () => {
  expect(names({ only: ['occurredOn'] })).toEqual(['occurredOn']);
});
