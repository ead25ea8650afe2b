/** A move this person has just made, shown with the chance to take it back. */
export type MoveNotice = {
  readonly caseId: string;
  readonly no: string;
  /** Version after the move: what an undo names. */
  readonly version: number;
  readonly text: string;
  readonly at: number;
  readonly canUndo: boolean;
};

/** As long as the server accepts `move.undone`. */
export const UNDO_MS = 10_000;
