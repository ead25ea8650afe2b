import type { Care, Cast } from '../cast.ts';
import type { Script } from '../script.ts';
import type { Draw } from './draw.ts';

/** Ages for which a course is told, in months on the day of registration. */
type Ages = readonly [youngest: number, oldest: number];

/** What happens in a quiet child's case, from its registration to its last entry. */
export type Course = {
  readonly ages: Ages;
  /** Days for which nothing has happened since: from, to. */
  readonly still: readonly [number, number];
  write(script: Script, cast: Cast, telling: { readonly care: Care; readonly draw: Draw }): void;
};

/** From one month to before school. */
export const YOUNG: Ages = [1, 70];
/** From four months to nine years: nobody comes to twelve, the age of the prompt for adult care, before the story ends. */
export const BELOW_TWELVE: Ages = [4, 110];
