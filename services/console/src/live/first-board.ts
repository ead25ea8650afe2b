import type { Api } from '../api/api.ts';
import type { AnswerOf } from '../api/route.ts';
import { routes } from '../api/routes.ts';

type Board = AnswerOf<typeof routes.board>;

export type FirstBoard = {
  /** Asks for it before there is anybody to draw it. */
  readonly ask: () => void;
  /** What was asked for, once; else it is asked for now. */
  readonly take: () => Promise<Board>;
};

/** The board that a page begins with, on its way while the program is still being loaded. */
export function createFirstBoard(api: Api): FirstBoard {
  const load = () => api.call(routes.board, { isQuiet: true });
  let asked: Promise<Board> | null = null;
  return {
    ask: () => {
      asked = load();
      // Whoever takes it hears of the fault.
      asked.catch(() => undefined);
    },
    take: () => {
      const board = asked ?? load();
      asked = null;
      return board;
    },
  };
}
