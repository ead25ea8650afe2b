import type { CaseFacts } from './facts.ts';

/** Where the child lives once it is out of hospital again: a child in a facility does not come home by a readmission. */
export const livesAt = ({ discharged }: CaseFacts): 'home' | 'facility' => discharged?.to ?? 'home';
