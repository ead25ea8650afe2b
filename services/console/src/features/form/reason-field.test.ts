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

it('says beside its field what the pathway refused for the sake of one', () => {
  expect(reasonField('plan.notNeededReason', plan)?.label).toBe('要らない役割の理由');
});
it('says what is about the case as a whole, or about a field of another form, at the top', () => {
  expect(reasonField('item.state', plan)).toBeUndefined();
  expect(reasonField('consent.recipient', plan)).toBeUndefined();
});
