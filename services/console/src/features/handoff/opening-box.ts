import type { HandoffRow } from '@kaerimichi/contracts';

export type Box = 'in' | 'out';
type Rows = readonly Pick<HandoffRow, 'turn'>[];

/** Which side one is in a box. */
export const sideOf = (box: Box) => (box === 'in' ? 'receiver' : 'sender');

/** The box to open with: where something waits for the own side, else where there is anything at all. */
export function openingBox(rows: Readonly<Record<Box, Rows>>): Box {
  const boxes: readonly Box[] = ['in', 'out'];
  const waiting = boxes.find(box => rows[box].some(({ turn }) => turn === sideOf(box)));
  return waiting ?? boxes.find(box => rows[box].length > 0) ?? 'in';
}
