/** Named points on the way from a command, or from the clock, to the boards. */
export const points = [
  'before the commit is sent',
  'while the database writes the commit',
  'after the commit, before the answer',
  'after the answer, before the relay reads',
  'before the relay reads',
  'amid a broadcast',
  'before the clock’s commit is sent',
  'after the clock’s commit',
] as const;
export type Point = (typeof points)[number];

export const isOfClock = (point: Point): boolean => point.includes('clock');
