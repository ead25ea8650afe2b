import { expect, it } from 'vitest';
import { bareProblem, ProblemError, UnreachableError } from '../../api/problem-error.ts';
import type { FieldSpec } from './schema.ts';
import { serverMessages } from './server-messages.ts';

const fields: FieldSpec[] = [
  { kind: 'choices', name: 'needs', label: '必要なケア', isRequired: true, choices: [], areWhole: false, least: 1 },
  {
    kind: 'text',
    name: 'notNeededReason',
    label: '要らない役割の理由',
    isRequired: false,
    isLong: true,
    isCode: false,
  },
];
const reason = (code: string, text: string) => ({ code, text, params: {}, waivable: 'no' as const });

it('says what could not be read beside the field that holds it', () => {
  const issues = [
    { path: 'needs.2', message: '選べるもののなかから選んでください。' },
    { path: 'surprise', message: 'ここにはない項目です。' },
  ];
  expect(serverMessages(fields, new ProblemError({ ...bareProblem(400), issues }))).toEqual([
    { path: 'needs', text: '選べるもののなかから選んでください。', label: '必要なケア' },
    { path: 'surprise', text: 'ここにはない項目です。' },
  ]);
});
it('says what the pathway asks for beside the field that gives it, and leaves the rest to the refusal', () => {
  const reasons = [
    reason('plan.notNeededReason', '要らない役割には理由を書いてください。'),
    reason('item.state', 'その会議は開催済みです。'),
  ];
  expect(serverMessages(fields, new ProblemError({ ...bareProblem(409), reasons }))).toEqual([
    { path: 'notNeededReason', text: '要らない役割には理由を書いてください。', label: '要らない役割の理由' },
  ]);
});
it('says nothing of a lost connection, or of no error', () => {
  expect(serverMessages(fields, new UnreachableError())).toEqual([]);
  expect(serverMessages(fields, null)).toEqual([]);
});
