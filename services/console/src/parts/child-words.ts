import type { Card } from '@kaerimichi/contracts';
import { ageWords, shortDay } from '../words/dates.ts';
import type { Speech } from '../words/words.ts';

type Named = Pick<Card, 'name' | 'initial' | 'unnamed'>;
type Aged = Pick<Card, 'age' | 'expectedOn'>;

/** A child's name as it stands alone: `石井 そら`, `石井(名前未定)`; undefined where no name is shared. */
export function childName({ name = undefined, initial, unnamed }: Named, { say }: Pick<Speech, 'say'>) {
  const known = name ?? initial;
  if (!unnamed) return known;
  return known === undefined ? say('case.unnamed') : say('case.unnamedOf', { name: known });
}

/** How one speaks of the child: `石井 そら さん`; a child without a name is nobody's さん. */
export function childCalled(card: Named, speech: Pick<Speech, 'say'>): string | undefined {
  const name = childName(card, speech);
  return name === undefined || card.unnamed ? name : speech.say('case.called', { name });
}

/** `1歳2か月`, before birth `(出生前)予定日 12/20(日)`; empty where neither is shared. */
export function childAge({ age, expectedOn }: Aged, { say, language }: Speech, today: string): string {
  if (age !== undefined) return ageWords(age, language);
  return expectedOn === undefined ? '' : say('case.unborn', { day: shortDay(expectedOn, language, today) });
}
