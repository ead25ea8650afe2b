import type { Story } from '../../histories/a-case.ts';
import { criticalSections } from '../section-list.ts';

export const handoffId = 'h1';

/** The station opens a handoff, confirms what is critical and says back what it is asked; of the cannula it is not sure. */
export function saidBack(child: Story): Story {
  child.sends('hvn', 'handoff.opened', { handoffId });
  for (const section of criticalSections) child.sends('hvn', 'handoff.sectionConfirmed', { handoffId, section });
  const asked = child.facts().handoffs.find(({ id }) => id === handoffId)?.teachBack ?? [];
  for (const { topic } of asked)
    child.sends('hvn', 'handoff.taughtBack', {
      ...{ handoffId, topic, sure: topic !== 'airwayOut' },
      inOwnWords: 'まず吸引して、病院に電話する',
    });
  return child;
}
