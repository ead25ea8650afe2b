import type { FactName } from '@kaerimichi/rules';
import { accountFactNames } from './account-facts.ts';

const ACCOUNT = 'account.recorded';

/** Events that record what a fee asks for; what is not among them stands in the hospital's chart or its accounts. */
const recordedBy: Readonly<Partial<Record<FactName, string>>> = {
  bornOn: 'birth.recorded',
  dischargedOn: 'dischargeDay.planned',
  destination: 'plan.written',
  homeCare: 'plan.written',
  wishesHome: 'wish.recorded',
  factors: 'factors.recorded',
  nicuFactors: 'factors.recorded',
  screenedOn: 'factors.recorded',
  familyTalkOn: 'interview.held',
  planStartedOn: 'plan.written',
  inHouseConferenceOn: 'inHouseConference.held',
  planExplainedOn: 'plan.explained',
  planGivenOn: 'plan.handedOver',
  guidedOn: 'conference.held',
  hospitalStaff: 'conference.held',
  parties: 'conference.held',
  stations: 'conference.held',
  trialStayOn: 'trialStay.planned',
  inHospitalRehearsal: 'trialStay.planned',
  firstVisitOn: 'visit.planned',
  nursingOrder: 'order.issued',
  ...Object.fromEntries(accountFactNames.map(name => [name, ACCOUNT])),
};

/** The event whose form supplies a fact; null: it is looked up outside the program. */
export const eventSupplying = (fact: FactName): string | null => recordedBy[fact] ?? null;

/** Whether a fact that is not recorded was not so: nobody has to say of the accounts what they do not hold. */
export const isSaidBySilence = (fact: FactName): boolean => ![null, ACCOUNT].includes(eventSupplying(fact));
