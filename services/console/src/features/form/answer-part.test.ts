import { expect, it } from 'vitest';
import { bareProblem, ProblemError } from '../../api/problem-error.ts';
import { answerPart } from './answer-part.ts';

const refused = new ProblemError(bareProblem(409));
const conflict = new ProblemError({ ...bareProblem(409), code: 'version-conflict' });
const message = { path: 'from', text: 'まだです。' };

it.each([
  ['faults of fields, found here or by the server', { messages: [message], error: refused, clash: null }, 'summary'],
  ['a refusal that names no field', { messages: [], error: refused, clash: null }, 'refusal'],
  ['somebody who was faster', { messages: [], error: conflict, clash: null }, 'refusal'],
  ['the same fields changed by two', { messages: [], error: conflict, clash: {} }, 'choice'],
  ['a refusal after a choice was made', { messages: [], error: refused, clash: {} }, 'refusal'],
  ['a connection that was lost', { messages: [], error: new Error('lost'), clash: null }, 'refusal'],
  ['nothing', { messages: [], error: null, clash: null }, null],
])('shows %s', (_what, answered, part) => {
  expect(answerPart(answered)).toBe(part);
});
