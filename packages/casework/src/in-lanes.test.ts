import { expect, it } from 'vitest';
import { inLanes } from './in-lanes.ts';

it('does what came to one lane in its order, past what failed, and other lanes beside it', async () => {
  const inTurn = inLanes();
  const said: string[] = [];
  let goOn = () => {};
  const slow = new Promise<void>(resolve => {
    goOn = resolve;
  });
  const all = [
    inTurn('a', async () => slow.then(() => said.push('a1'))),
    inTurn('a', async () => Promise.reject(said.push('a2'))).catch(() => 'failed'),
    inTurn('a', async () => said.push('a3')),
    inTurn('b', async () => said.push('b1')).then(() => goOn()),
  ];
  expect(await Promise.all(all)).toEqual([2, 'failed', 4, undefined]);
  expect(said).toEqual(['b1', 'a1', 'a2', 'a3']);
});
