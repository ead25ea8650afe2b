import { outsideLearners } from '@kaerimichi/discharge';

const relations = ['mother', 'father', 'grandparent', 'relative', 'fosterParent', 'self', ...outsideLearners];

/** Who else may begin to learn: the next of those of whom there may be several. */
export function otherLearners(known: readonly string[]): string[] {
  return relations.flatMap(relation => {
    if (!known.includes(relation)) return [relation];
    if (['mother', 'father', 'self'].includes(relation)) return [];
    let nth = 2;
    while (known.includes(`${relation}-${nth}`)) nth++;
    return [`${relation}-${nth}`];
  });
}
