import type { Card } from '@kaerimichi/contracts';

/** Whether an organisation may add a referral to a case: to an open one that it leads. */
export const takesReferral = ({ lead, stage }: Pick<Card, 'lead' | 'stage'>, org: string): boolean =>
  lead === org && stage !== 'closed';
