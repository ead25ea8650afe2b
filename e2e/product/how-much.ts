/**
 * How much a sweep asks. Every run asks a share, so that a machine half as fast still ends in time; `npm run test:whole`
 * asks everything, as is done before a release and for what touches access, the commit or imports.
 */
export const isWhole = process.env.WHOLE === '1';

/** A number of requests, kills or drawings: of a whole run, else of every run. */
export const wholeOr = (whole: number, every: number): number => (isWhole ? whole : every);

/** Which share it is: another one each day, so that many days ask everything (scripts/test.mjs). */
const turn = Number(process.env.TURN ?? 0);

/** What the one at this place asks of a list: people beside one another ask another share, together all of it. */
export const shareOf = <Item>(list: readonly Item[], at: number, share: number): readonly Item[] =>
  isWhole ? list : list.filter((_item, place) => (place + at + turn) % share === 0);
