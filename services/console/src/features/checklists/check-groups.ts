import type { CheckItem } from '@kaerimichi/contracts';
import { checkSections } from '@kaerimichi/discharge';

type Item = Pick<CheckItem, 'section' | 'state' | 'condition'>;

/** Nothing is left to do: it was ticked, does not apply, or the condition that it is, is met. */
export const isSettled = ({ state, condition }: Item): boolean =>
  state === 'checkDone' || state === 'notApplicable' || condition?.isMet === true;

/** Items by section, in the order of the sections; those without items are left out. */
export function checkGroups<Own extends Item>(items: readonly Own[]) {
  return checkSections.flatMap(section => {
    const own = items.filter(item => item.section === section);
    return own.length > 0 ? [{ section, items: own, done: own.filter(isSettled).length }] : [];
  });
}
