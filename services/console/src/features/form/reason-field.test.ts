import { expect, it } from 'vitest';
import { reasonField } from './reason-field.ts';
import type { FieldSpec } from './schema.ts';

const text = (name: string, label: string): FieldSpec => ({
  kind: 'text',
  name,
  label,
  isRequired: false,
  isLong: true,
  isCode: false,
});
const plan = [text('goal', '目標・支援の概要'), text('notNeededReason', '要らない役割の理由')];

const fieldOf = (code: string, params = {}) => reasonField({ code, params }, plan);

it('says beside its field what the pathway refused for the sake of one', () => {
  expect(fieldOf('plan.notNeededReason')?.label).toBe('要らない役割の理由');
});
it('says what is about the case as a whole, or about a field of another form, at the top', () => {
  expect(fieldOf('item.state')).toBeUndefined();
  expect(fieldOf('consent.recipient')).toBeUndefined();
});
it('says what is wrong with a day beside the field that the reason names, or the list that it stands in', () => {
  const name = (field: string) => fieldOf('day.farAhead', { field })?.name;
  expect([name('goal'), name('goal.1.dueOn'), name('none')]).toEqual(['goal', 'goal', undefined]);
});
