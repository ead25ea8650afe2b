import type { RequirementId } from '../requirements.ts';
import type { Words } from '../words.ts';

/** Parts of a checklist, in the order in which they are shown. */
export const checkSections = [
  'familyReady',
  'supplies',
  'powerSupply',
  'localCare',
  'formalities',
  'inEmergency',
  'otherChecks',
] as const;
export type CheckSection = (typeof checkSections)[number];

/** One thing to check: by the same id in every template that asks for it, so that it stands in a case once. */
export type TemplateCheck = {
  readonly section: CheckSection;
  readonly words: Words;
  /** The condition of a move that this is (◎). */
  readonly requirement?: RequirementId;
};

export const check = (section: CheckSection, ja: string, en: string, requirement?: RequirementId): TemplateCheck => ({
  section,
  words: { ja, en },
  ...(requirement ? { requirement } : {}),
});
