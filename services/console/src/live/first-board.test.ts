import { expect, it } from 'vitest';
import { createApi } from '../api/api.ts';
import { createFirstBoard } from './first-board.ts';

/** A board whose only row says which request it answers. */
function aServer() {
  let asked = 0;
  const api = createApi({
    language: () => 'ja',
    onContact: () => undefined,
    fetch: async () => {
      asked++;
      return new Response(JSON.stringify({ rows: [[asked]] }));
    },
  });
  return { board: createFirstBoard(api), count: () => asked };
}

it('is asked for once, early, and taken by the first who wants it; whoever comes later asks anew', async () => {
  const { board, count } = aServer();
  board.ask();
  expect(await board.take()).toMatchObject({ rows: [[1]] });
  expect(count()).toBe(1);
  expect(await board.take()).toMatchObject({ rows: [[2]] });
});

it('that failed fails for whoever takes it, and is asked for anew by the next', async () => {
  let isReached = false;
  const api = createApi({
    language: () => 'ja',
    onContact: () => undefined,
    fetch: async () => {
      if (!isReached) throw new TypeError('no network');
      return new Response('{"rows":[]}');
    },
  });
  const board = createFirstBoard(api);
  board.ask();
  await expect(board.take()).rejects.toThrow();
  isReached = true;
  expect(await board.take()).toMatchObject({ rows: [] });
});
