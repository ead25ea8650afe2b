import type { Card } from '@kaerimichi/contracts';

/** Whether of a case no more is shared than its number and where it stands: such a card says neither who nor what is next. */
export const isNumberOnly = ({ name, initial, age, turn, next, cond }: Card): boolean =>
  name === undefined &&
  initial === undefined &&
  age === undefined &&
  turn === undefined &&
  next === null &&
  cond.all === 0;
