import { pageFault } from '@kaerimichi/contracts';
import { expect, it } from 'vitest';
import type { Api } from '../api/api.ts';
import { bareProblem, ProblemError, UnreachableError } from '../api/problem-error.ts';
import { faultOf, tellFault } from './tell-fault.ts';

const stack = `TypeError: 青木 ひな is not iterable
    at drawn (http://localhost:3000/assets/board-page-Dx1_.js:1:2034)
    at http://localhost:3000/assets/index.js:12:7
    at <anonymous>`;

it('an error leaves the browser as its kind and places, without its words', () => {
  const told = faultOf({ name: 'TypeError', stack });
  expect(told).toEqual({ kind: 'TypeError', places: ['assets/board-page-Dx1_.js:1:2034', 'assets/index.js:12:7'] });
  expect(pageFault.safeParse(told).success).toBe(true);
  expect(pageFault.safeParse(faultOf({ name: '青木', stack: stack.repeat(9) })).success).toBe(true);
});

const answering = (answer: () => Promise<unknown>) => ({ call: answer, headers: () => ({}) }) as unknown as Api;

it('the number is what the server logged it by; of a request that failed, that request’s; else none', async () => {
  const told = answering(async () => ({ number: '7F3A-21' }));
  expect(await tellFault(told, new TypeError('x'))).toBe('7F3A-21');
  const failed = new ProblemError({ ...bareProblem(500), requestId: '0a1b2c3d-0000' });
  expect(await tellFault(told, failed)).toBe('0A1B-2C');
  const gone = answering(() => Promise.reject(new UnreachableError()));
  expect(await tellFault(gone, new TypeError('x'))).toBe('');
});
