import { fewAtATime } from './few-at-a-time.ts';

/** Work of each person a few at a time, in the order it came; null where more than `waiting` of that person wait already. */
export function fewForEach(most: number, waiting: number) {
  const lanes = new Map<string, { readonly inTurn: ReturnType<typeof fewAtATime>; users: number }>();
  return async <Answer>(person: string, work: () => Promise<Answer>): Promise<Answer | null> => {
    const lane = lanes.get(person) ?? { inTurn: fewAtATime(most, waiting), users: 0 };
    lanes.set(person, lane);
    lane.users += 1;
    try {
      return await lane.inTurn(work);
    } finally {
      lane.users -= 1;
      // Nothing is kept of whoever has nothing under way.
      if (lane.users === 0) lanes.delete(person);
    }
  };
}
