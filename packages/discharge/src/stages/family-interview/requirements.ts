import { consentEndedOn, isConsentValid } from '../../consent.ts';
import { met, type RequirementTable, recordedThisRound, unmet } from '../../requirement.ts';

export const familyInterviewRequirements = {
  interviewHeld: {
    text: { ja: '家族と面談した(試み {attempts}回)', en: 'Family interview held ({attempts} attempts)' },
    todo: { ja: '家族と面談する', en: 'Hold the family interview' },
    waivable: 'yes',
    fix: 'interview.held',
    turn: 'dischargeNurse',
    isMet: facts => {
      const attempts = facts.interview?.round === facts.round ? facts.interview.attempts : 0;
      return facts.interview?.outcome === 'held' && attempts > 0
        ? met(facts.interview, { attempts })
        : unmet({ attempts });
    },
  },
  wishRecorded: {
    text: { ja: '本人・家族の意向を記録した', en: "The child's and family's wish recorded" },
    todo: { ja: '本人・家族の意向を確かめて記録する', en: "Ask for and record the child's and family's wish" },
    waivable: 'no',
    fix: 'wish.recorded',
    turn: 'dischargeNurse',
    isMet: facts => (facts.wish?.wish === 'undecided' ? unmet() : recordedThisRound(facts, facts.wish)),
  },
  hospitalConsentRecorded: {
    text: { ja: '退院支援を受けることへの同意がある', en: 'Consent to discharge support given' },
    todo: { ja: '退院支援を受けることへの同意を得る', en: 'Obtain consent to discharge support' },
    waivable: 'no',
    fix: 'consent.recorded',
    turn: 'dischargeNurse',
    isMet: (facts, on) => {
      const consent = facts.consents.find(given => given.scope === 'hospital' && isConsentValid(given, on));
      if (consent) return met(consent);
      // A closed case takes no facts: consent is then asked for in a new intake.
      if (facts.closing) return { ...unmet(), fix: { event: 'case.reopened', fill: { to: 'screening' } } };
      return { ...unmet(), since: consentEndedOn(facts.consents.filter(({ scope }) => scope === 'hospital')) };
    },
  },
} as const satisfies RequirementTable;
