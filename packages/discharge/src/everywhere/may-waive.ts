import type { Actor, Apart, CaseEvent, Objection } from '../event.ts';
import type { CaseFacts } from '../facts.ts';
import { requirements } from '../requirements.ts';

/** Who may make an exception: the attending doctor, or a head nurse (a nurse of the lead with `mayWaive`). */
const waivingAs = { doctor: 'doctor', dischargeNurse: 'headNurse', wardNurse: 'headNurse' } as const;
export const waiverRole = ({ role }: Pick<Actor, 'role'>) =>
  (waivingAs as Partial<Record<string, 'doctor' | 'headNurse'>>)[role];

/** Whose alone an ordinary exception is by the rule set; what safety asks is always that of both. */
function approverIn({ rules }: CaseFacts, { waivable }: { waivable: string }): 'headNurse' | 'doctor' | null {
  const { approvers } = rules ?? {};
  return waivable === 'yes' && (approvers === 'headNurse' || approvers === 'doctor') ? approvers : null;
}

const onlyFor: Readonly<Record<'headNurse' | 'doctor', Objection>> = {
  headNurse: {
    code: 'waiver.headNurseOnly',
    text: {
      ja: 'この組織のルールでは、例外を認められるのは看護師長だけです。',
      en: 'By the rules of this organisation only a head nurse makes an exception.',
    },
  },
  doctor: {
    code: 'waiver.doctorOnly',
    text: {
      ja: 'この組織のルールでは、例外を認められるのは主治医だけです。',
      en: 'By the rules of this organisation only the attending doctor makes an exception.',
    },
  },
};

/** Why a condition is passed over, or is to be, tells as much as what fulfils it. */
export const reasonAsItsCondition: Extract<Apart, (...all: never) => unknown> = ({ requirementId }, of) => {
  const fix = requirements.get(String(requirementId))?.fix;
  return { reason: fix ? of(fix) : 'protection' };
};

export const noRequirement: Objection = {
  code: 'waiver.unknown',
  text: { ja: 'その条件はありません。', en: 'There is no such requirement.' },
};
export const neverWaived = (requirement: string): Objection => ({
  code: 'waiver.never',
  text: { ja: 'この条件は例外にできません。', en: 'This requirement cannot be waived.' },
  params: { requirement },
});

/** Not everyone, and not everything: identity, consent, protection, 24-hour contact and the doctor's order stay. */
export function waiverObjection(facts: CaseFacts, event: CaseEvent<{ requirementId: string }>): Objection | null {
  const requirement = requirements.get(event.body.requirementId);
  if (!requirement) return noRequirement;
  if (requirement.waivable === 'no') return neverWaived(requirement.id);
  const as = waiverRole(event.by);
  const isFor = approverIn(facts, requirement);
  if (as && isFor && as !== isFor) return onlyFor[isFor];
  return event.by.mayWaive && event.by.org === facts.lead && as
    ? null
    : {
        code: 'waiver.notYours',
        text: {
          ja: '例外を認められるのは、主担当の組織の師長か主治医だけです。',
          en: 'Only a head nurse or the attending doctor of the lead organisation can make an exception.',
        },
      };
}
