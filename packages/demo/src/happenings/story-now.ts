import type { LoadedCase } from '@kaerimichi/casework';
import { tokyoDay, type Words } from '@kaerimichi/discharge';
import { type ToldHappening, toldHappenings } from './told-happenings.ts';
import { type Moment, whyNot } from './why-not.ts';

/** Of one child nothing more happens: what would come next does not fit what others made of the case. */
export type Stopped = Pick<ToldHappening, 'no' | 'child'> & { readonly why: Words };

/** How far the told story has come, as the cases themselves say: nothing of it is kept anywhere else. */
export type StoryNow = {
  readonly done: number;
  readonly all: number;
  /** null: it is over. */
  readonly next: ToldHappening | null;
  readonly stopped: readonly Stopped[];
};

/**
 * Looks where the story stands. What somebody else has done already is passed over; where a case has gone another way
 * its child's part ends, and the others' go on. `refused`: children whose next step was refused a moment ago, and why.
 *
 * @param cases the cases of the story by number; one that is not there is told as such
 */
export function storyNow(
  cases: ReadonlyMap<string, LoadedCase>,
  moment: Moment,
  refused: ReadonlyMap<string, Words> = new Map(),
): StoryNow {
  const left = toldHappenings.filter(({ no, happening }) => {
    const facts = cases.get(no)?.facts;
    return !facts || !happening.isDone(facts);
  });
  const firsts = left.filter(({ no }, at) => left.findIndex(other => other.no === no) === at);
  const looked = firsts.map(told => ({
    told,
    why: refused.get(told.no) ?? whyNotTold(told, cases.get(told.no), moment),
  }));
  return {
    done: toldHappenings.length - left.length,
    all: toldHappenings.length,
    next: looked.find(({ why }) => why === null)?.told ?? null,
    stopped: looked.flatMap(({ told: { no, child }, why }) => (why ? [{ no, child, why }] : [])),
  };
}

function whyNotTold({ happening }: ToldHappening, loaded: LoadedCase | undefined, moment: Moment): Words | null {
  if (!loaded) return notThere;
  const { by, type, body } = happening;
  return whyNot({ by, sent: { type, ...body(tokyoDay(moment.at)) } }, loaded, moment);
}

const notThere: Words = { ja: 'このお子さんのケースが見つかりません。', en: 'The case of this child is not there.' };
