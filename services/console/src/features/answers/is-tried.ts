import type { CaseView } from '@kaerimichi/contracts';

/** What changes nothing that a plan, a fee or a deadline is made of, and what is decided on the history. */
const untried =
  /^(note|mention|task|checklist)\.|^(entry\.corrected|move\.undone|requirement\.waived|grief\.|child\.died)/;

/** Whether a form is offered to be tried: to whoever sees the plan, may send it now, and where something may come of it. */
export const isTried = (event: string, { can, facts, stage }: Pick<CaseView, 'can' | 'facts' | 'stage'>): boolean =>
  stage !== 'closed' && facts.plan?.team !== undefined && can.includes(event) && !untried.test(event);
