import type { CaseFacts } from '../facts.ts';
import { type HandoffSection, handoffSections } from './section-list.ts';

type Consents = readonly Pick<CaseFacts['consents'][number], 'categories'>[];

/** Whether one of the valid consents for a recipient (`consentsFor`) lets it read a section of a handoff. */
export const isOpenBy = (consents: Consents, section: HandoffSection): boolean =>
  consents.some(({ categories }) => categories.includes(handoffSections[section].category));
