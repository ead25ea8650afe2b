import type { CaseView } from '@kaerimichi/contracts';
import { outsideLearners } from '@kaerimichi/discharge';
import type { Option } from '../../parts/choice-fields.tsx';
import type { Speech } from '../../words/words.ts';

/** Of these a family may have several. */
const several = ['grandparent', 'fosterParent', 'relative', 'other', ...outsideLearners];
const relations = ['mother', 'father', 'secondMother', 'secondFather', 'guardian', 'self', ...several];

/** Who learns a procedure: caregivers of whom something is recorded, then a new one by relation; never a name. */
export function caregiverOptions(view: Pick<CaseView, 'facts'> | null, chosen: string, speech: Speech): Option[] {
  const found = recorded(view);
  const fresh = relations.flatMap(relation => (found.includes(relation) ? nextOf(relation, found) : [relation]));
  const known = chosen === '' || found.includes(chosen) || fresh.includes(chosen) ? found : [...found, chosen];
  const inGroup = (group: string) => (value: string) => ({ value, label: speech.code('caregiver', value), group });
  return [
    ...known.map(inGroup(speech.say('form.knownCaregivers'))),
    ...fresh.map(inGroup(speech.say('form.newCaregiver'))),
  ];
}

function nextOf(relation: string, found: readonly string[]): string[] {
  if (!several.includes(relation)) return [];
  let nth = 2;
  while (found.includes(`${relation}-${nth}`)) nth++;
  return [`${relation}-${nth}`];
}

function recorded(view: Pick<CaseView, 'facts'> | null): string[] {
  const skills = Object.values(view?.facts ?? {}).flatMap(({ skills }) => (Array.isArray(skills) ? skills : []));
  const names = skills.flatMap(skill => (typeof skill?.caregiver === 'string' ? [skill.caregiver] : []));
  return [...new Set(names)];
}
