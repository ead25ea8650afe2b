import type { Category } from '@kaerimichi/discharge';
import { type Rights, readsWhole } from './case-access.ts';

/** What the facts of a fee are of; the panel tells one condition of them beside the other. */
const feeCategories: readonly Category[] = ['money', 'plan', 'clinical', 'family', 'contacts'];

/**
 * Whether a viewer is told what a case's facts would make payable: who reads money, and everything that the fees rest on,
 * whole. So the lead's discharge nurse and a coordinator that leads; who sees a summary of money is told no fees.
 */
export const seesFees = (rights: Rights): boolean => feeCategories.every(category => readsWhole(rights, category));
