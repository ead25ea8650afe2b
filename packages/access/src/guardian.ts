import { type CaseFacts, homeSince, isUnconfirmed } from '@kaerimichi/discharge';
import type { Guardianship, Viewer } from './viewer.ts';

/** What of a case is a guardian's own to decide about. */
export type GuardiansOwn = Pick<CaseFacts, 'actionItems' | 'consents'> & {
  /** Conferences to which the family is asked, with its seat. */
  readonly seats: readonly { readonly conference: Conference; readonly seat: Seat }[];
};

type Conference = CaseFacts['conferences'][number];
type Seat = NonNullable<Conference['asked']>[number];

/**
 * A guardian's own tasks, and, for one who holds parental authority and was granted the family's situation, the consents
 * that share the child with others. What the hospital itself was allowed is talked about with it.
 */
export function guardiansOwn({ guardian, membership }: Viewer, facts: CaseFacts): GuardiansOwn {
  if (!guardian) return { actionItems: [], consents: [], seats: [] };
  const { decides, categories } = guardian;
  return {
    actionItems: categories.includes('plan') ? facts.actionItems.filter(({ owner }) => owner === membership) : [],
    consents:
      decides && categories.includes('family') ? facts.consents.filter(({ scope }) => scope === 'recipient') : [],
    seats: categories.includes('plan') ? facts.conferences.flatMap(familySeat) : [],
  };
}

/** The family sits together: whichever guardian answers, answers for it. */
const familySeat = (conference: Conference) => {
  const seat = conference.asked?.find(one => one.function === 'family');
  return seat ? [{ conference, seat }] : [];
};

/**
 * Whether a viewer who sees a case is told where it stands and who leads it. A guardian who was not granted the plan is told
 * what stands on its page, and nothing beside it.
 */
export const knowsWay = ({ role, guardian }: Viewer): boolean =>
  guardian ? guardian.categories.includes('plan') : role !== 'family';

/** A case as far as it is asked whether somebody new of the family may come in. */
type CaseToInvite = { readonly stage: string; readonly step: string | null; readonly bornOn: string | null };
export type WhyNobody = 'notBorn' | 'deceased' | 'merged' | 'closed';

/** Why nobody new is invited to a case; null: somebody may be. Whoever came before keeps the page. */
export function whyNobody({ stage, step, bornOn }: CaseToInvite): WhyNobody | null {
  if (stage !== 'closed') return bornOn ? null : 'notBorn';
  return step === 'deceased' || step === 'merged' ? step : 'closed';
}

/** An invitation as far as it is asked whether a new code is given for it. */
type InvitationToRenew = { readonly isWithdrawn: boolean; readonly isOver: boolean; readonly hasCome: boolean };
export type WhyNoCode = WhyNobody | 'withdrawn' | 'ended';

/** Why no new code is given for an invitation; whoever came may be given one even where nobody new is invited. */
export function whyNoCode({ isWithdrawn, isOver, hasCome }: InvitationToRenew, asked: CaseToInvite): WhyNoCode | null {
  if (isWithdrawn) return 'withdrawn';
  if (isOver) return 'ended';
  return hasCome ? null : whyNobody(asked);
}

/** Whether anything is left that a guardian could send such an event about. */
export function mayStillSend(viewer: Viewer, facts: CaseFacts, type: string): boolean {
  if (!viewer.guardian) return true;
  if (type === 'skill.selfRated') return ratesSkills(viewer.guardian, facts);
  if (type === 'trialStay.noted') return diaryStays(viewer.guardian, facts).length > 0;
  if (type === 'followUp.familyAnswered') return tellsFollowUp(viewer.guardian, facts);
  if (type === 'readiness.answered') return answersReadiness(viewer.guardian, facts);
  if (type === 'readiness.keptPrivate') return keepsPrivate(viewer.guardian, facts);
  const { actionItems, consents, seats } = guardiansOwn(viewer, facts);
  if (type === 'actionItem.closed') return actionItems.some(({ closedOn }) => closedOn === undefined);
  // An answer can be changed as long as times are proposed.
  if (type === 'conference.answered') return seats.some(({ conference }) => conference.slots && !conference.heldOn);
  if (type === 'minutes.confirmed') return seats.some(({ conference, seat }) => isUnconfirmed(conference, seat));
  return type === 'consent.withdrawn' && consents.some(consent => !consent.withdrawnOn && !consent.lapsedOn);
}

/** An event as somebody wants to send it, parsed. */
export type WantedEvent = { readonly type: string; readonly body: unknown };

/** Whether a guardian may send just this; of everybody else nothing more is asked than `maySend`. */
export function maySendThis(viewer: Viewer, facts: CaseFacts, { type, body }: WantedEvent): boolean {
  if (!viewer.guardian) return true;
  if (type === 'skill.selfRated')
    return (
      ratesSkills(viewer.guardian, facts) && ownSkills(viewer.guardian, facts).some(skill => isOfSkill(body, skill))
    );
  if (type === 'trialStay.noted') return isAbout(body, 'stayId', diaryStays(viewer.guardian, facts));
  if (type === 'followUp.familyAnswered') return tellsFollowUp(viewer.guardian, facts);
  if (type === 'readiness.answered')
    return answersReadiness(viewer.guardian, facts) && isSaidBy(body, readinessVoice(viewer.guardian));
  if (type === 'readiness.keptPrivate') return keepsPrivate(viewer.guardian, facts);
  const { actionItems, consents, seats } = guardiansOwn(viewer, facts);
  if (type === 'conference.answered' || type === 'minutes.confirmed')
    return seats.some(
      ({ conference, seat }) => isAbout(body, 'conferenceId', [conference]) && isAbout(body, 'askedId', [seat]),
    );
  if (type === 'actionItem.closed') return isAbout(body, 'actionItemId', actionItems);
  return type === 'consent.withdrawn' && isAbout(body, 'consentId', consents);
}

/** What a guardian practises itself, by the relation of its invitation. */
const ownSkills = ({ categories, relation }: Guardianship, { skills }: CaseFacts): CaseFacts['skills'] =>
  categories.includes('skills') ? skills.filter(({ caregiver }) => caregiver === relation) : [];

/** Only what a nurse has begun to teach it is asked how sure it feels. */
const ratesSkills = (guardian: Guardianship, facts: CaseFacts): boolean => ownSkills(guardian, facts).length > 0;

/** The stay that is under way, or ended last: its diary is still open to whoever was there. */
export function diaryStays({ categories }: Guardianship, { stays }: CaseFacts): CaseFacts['stays'] {
  const been = categories.includes('plan') ? stays.filter(({ status }) => status !== 'planned') : [];
  return been.slice(-1);
}

/** How it goes at home is told by whoever was granted the family's situation, once the child is there. */
export const tellsFollowUp = ({ categories }: Guardianship, facts: CaseFacts): boolean =>
  categories.includes('family') && homeSince(facts) !== null;

/** The young person itself answers for itself, everybody else for the family. */
export const readinessVoice = ({ relation }: Guardianship): 'young' | 'family' =>
  relation === 'self' ? 'young' : 'family';

/** Once the transition is open and has not ended, with the plan that it is about. */
export const answersReadiness = ({ categories }: Guardianship, { adult }: CaseFacts): boolean =>
  categories.includes('plan') && adult?.openedOn !== undefined && adult.ended === undefined;

/** Whether somebody is the young person, and may keep answers to itself; its age is asked by the pathway, on the day. */
export const keepsPrivate = (guardian: Guardianship, facts: CaseFacts): boolean =>
  readinessVoice(guardian) === 'young' && answersReadiness(guardian, facts) && facts.bornOn !== undefined;

const isSaidBy = (body: unknown, voice: string): boolean =>
  typeof body === 'object' && body !== null && 'by' in body && body.by === voice;

const isOfSkill = (body: unknown, { procedure, caregiver }: CaseFacts['skills'][number]): boolean =>
  typeof body === 'object' &&
  body !== null &&
  'procedure' in body &&
  'caregiver' in body &&
  body.procedure === procedure &&
  body.caregiver === caregiver;

const isAbout = (body: unknown, field: string, items: readonly { readonly id: string }[]): boolean =>
  typeof body === 'object' &&
  body !== null &&
  Object.entries(body).some(([name, value]) => name === field && items.some(({ id }) => id === value));
