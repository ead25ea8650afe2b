import { BoardPage } from './board-page.tsx';

/** 一覧: the board's cases, under the same filters, as a table. */
export function BoardListPage() {
  return <BoardPage isList />;
}
