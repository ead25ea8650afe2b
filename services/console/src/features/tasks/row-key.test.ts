import type { Task } from '@kaerimichi/contracts';
import { expect, it } from 'vitest';
import { rowKey, vanished, withSettled } from './row-key.ts';

const task = (ref: string): Task => ({
  ...{ caseId: 'c1', no: 'K-1', version: 3, kind: 'hold', ref, what: { ja: ref, en: ref } },
  ...{ owner: { org: 'h1', role: 'dischargeNurse' }, fix: { route: '/cases/c1' } },
});
const refs = (tasks: readonly Task[]) => tasks.map(({ ref }) => ref);
const [a, b, c, d] = [task('a'), task('b'), task('c'), task('d')];
const all = () => true;

it('a row that was settled stays where it stood, until the page is left', () => {
  expect(refs(withSettled([a, b, c], [a, c], all))).toEqual(['a', 'b', 'c']);
  expect(refs(withSettled([a, b, c], [c, d], all))).toEqual(['a', 'b', 'c', 'd']);
  expect(refs(withSettled([a, b, c], [a, c], key => key !== rowKey(b)))).toEqual(['a', 'c']);
  expect(refs(withSettled([a, b], [], all))).toEqual(['a', 'b']);
  expect(refs(withSettled([], [c], all))).toEqual(['c']);
});

it('what was there and is no longer, somebody settled', () => {
  expect(refs(vanished([a, b, c], [c, d]))).toEqual(['a', 'b']);
});
