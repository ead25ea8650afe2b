import { z } from 'zod';
import { toldBy } from '../../consent.ts';
import { type CaseEvent, defineTime, putItem, reasonText, stampOf } from '../../event.ts';
import type { CaseFacts } from '../../facts.ts';
import { consentFact, teamFact } from '../../item-facts.ts';
import { type Day, type Giver, itemId } from '../../vocabulary.ts';
import { rememberTold } from '../family-interview/remember-told.ts';

/*
 * Two cases of one child become one: one case ends with `case.merged`, the other takes over with `case.absorbed`. Both are
 * written together, by the second of two people, and never sent to a case (docs/decisions/016).
 */

const unstamped = { seq: true, on: true, round: true } as const;
/** What the surviving case takes over of the team and of the family's consents. */
const takenTeam = teamFact.omit(unstamped).extend({ state: z.enum(['asked', 'accepted']) });
const takenConsent = consentFact.omit({
  ...unstamped,
  begunOn: true,
  withdrawnOn: true,
  lapsedOn: true,
  fromCase: true,
});

const caseMerged = defineTime('case.merged', {
  label: { ja: '同じお子さんの別のケースにまとめた', en: 'Merged into another case of the same child' },
  category: 'plan',
  // That there is another case, and where, is told to whoever sees that one, beside this history.
  leadOnly: ['into', 'no'],
  body: { into: itemId, no: itemId },
  texts: reasonText,
  record: (facts, event) => ({
    ...withoutShared(facts, event.on),
    mergedInto: event.body.into,
    closing: { ...stampOf(facts, event), how: 'merged' },
  }),
});

/** A consent to share that holds, or that was given ahead and begins later. */
const isToShare = ({ scope, until, withdrawnOn, lapsedOn }: CaseFacts['consents'][number], on: Day): boolean =>
  scope === 'recipient' && !withdrawnOn && !lapsedOn && !(until && until < on);

/**
 * What the family agreed to share is the other case's from now on, where it is taken back, too. Left here as well it would
 * go on counting after that, also once this case is reopened.
 */
function withoutShared(facts: CaseFacts, on: Day): CaseFacts {
  const gone = facts.consents.filter(consent => isToShare(consent, on));
  const consents = facts.consents.filter(consent => !gone.includes(consent));
  return {
    ...facts,
    consents,
    ...rememberTold(
      facts,
      gone.flatMap(consent => toldBy(consent, on) ?? []),
    ),
  };
}

/** Where a consent stood before; of one that was taken over without its givers nothing is said, as it was recorded. */
const cameFrom = ({ givers }: z.infer<typeof takenConsent>, no: string) => (givers ? { fromCase: no } : {});

const caseAbsorbed = defineTime('case.absorbed', {
  label: { ja: '同じお子さんの別のケースを引き取った', en: 'Took over another case of the same child' },
  category: 'plan',
  apart: { consents: 'family' },
  leadOnly: ['absorbed', 'no'],
  body: { absorbed: itemId, no: itemId, team: z.array(takenTeam), consents: z.array(takenConsent) },
  texts: reasonText,
  record: (facts, event) => {
    const stamp = stampOf(facts, event);
    const { team, consents, no } = event.body;
    return {
      ...facts,
      team: team.reduce((all, entry) => putItem(all, { ...stamp, ...entry }), facts.team),
      consents: consents.reduce(
        (all, consent) => putItem(all, { ...stamp, ...consent, ...cameFrom(consent, no) }),
        facts.consents,
      ),
    };
  },
});

type Taken = { readonly team: z.infer<typeof takenTeam>[]; readonly consents: z.infer<typeof takenConsent>[] };

type Next = Pick<CaseEvent, 'seq' | 'on'> & {
  /** Who gave the consents of the case that ends, by the number of the entry. */
  readonly givers?: ReadonlyMap<number, readonly Giver[]>;
};

/**
 * What of a case that ends the other takes over: whoever was asked or has accepted, and consents that hold or begin later, as far as
 * the other has nobody, or no consent, to the same effect. Ids are new, since both cases may use one. Who gave a consent
 * stands in its entry, which stays behind; one that was taken over before brings it along itself.
 */
export function takenOver(absorbed: CaseFacts, survivor: CaseFacts, { seq, on, givers }: Next): Taken {
  const idOf = (kind: string, at: number) => `m${seq}-${kind}${at + 1}`;
  const isLive = ({ state }: CaseFacts['team'][number]) => state === 'asked' || state === 'accepted';
  const hasPart = ({ org, function: part }: CaseFacts['team'][number]) =>
    org === survivor.lead || survivor.team.some(own => isLive(own) && own.org === org && own.function === part);
  const team = absorbed.team.filter(entry => entry.org && isLive(entry) && !hasPart(entry));
  const isGiven = (consent: CaseFacts['consents'][number]) =>
    survivor.consents.some(
      own =>
        isToShare(own, on) &&
        (own.from <= on || own.from <= consent.from) &&
        own.recipient === consent.recipient &&
        own.purpose === consent.purpose &&
        consent.categories.every(category => own.categories.includes(category)) &&
        (own.until ?? '9999') >= (consent.until ?? '9999'),
    );
  // What the family took back in one case is not given again by what it had said in the other.
  const isTakenBack = ({ recipient, purpose }: CaseFacts['consents'][number]) =>
    survivor.consents.some(own => own.withdrawnOn && own.recipient === recipient && own.purpose === purpose);
  const consents = absorbed.consents.filter(
    consent =>
      isToShare(consent, on) && consent.recipient !== survivor.lead && !isGiven(consent) && !isTakenBack(consent),
  );
  return {
    team: team.map((entry, at) => ({ ...takenTeam.strip().parse(entry), id: idOf('t', at) })),
    consents: consents.map((consent, at) => {
      const given = givers?.get(consent.seq) ?? consent.givers;
      return { ...takenConsent.strip().parse({ ...consent, givers: given }), id: idOf('c', at) };
    }),
  };
}

export const mergeEvents = [caseMerged, caseAbsorbed] as const;
