import type { CaseFacts, Day } from '@kaerimichi/discharge';
import type { FactName, FeeFacts } from '@kaerimichi/rules';
import {
  factorCodes,
  homeCareCodes,
  hospitalStaffCodes,
  inTable,
  nicuFactorCodes,
  otherCare,
  partyCodes,
} from './read-codes.ts';

/**
 * How a fact of a fee is known. `recorded`: the case says just this. `atLatest`: the case keeps the newest of several, so
 * it was done by that day. `planned`: a day or place that is still to come. `read`: taken from something that says nearly
 * this. `house`: of what the leading house has notified. `assumed`: said by whoever asks, of no record.
 */
export type Basis = 'recorded' | 'atLatest' | 'planned' | 'read' | 'house' | 'assumed';

export type Claim = { readonly facts: FeeFacts; readonly basis: Readonly<Partial<Record<FactName, Basis>>> };

type Told<Name extends FactName> = readonly [FeeFacts[Name], Basis];
export type Known = { readonly [Name in FactName]?: Told<Name> };

/** What the facts of a case say of what the fees ask; what it does not hold is absent, and never guessed. */
export function claimOf(facts: CaseFacts, assumed: FeeFacts = {}): Claim {
  const known: Known = {
    ...stayOf(facts),
    ...supportOf(facts),
    ...guidanceOf(facts),
    ...trialStayOf(facts),
    ...afterwardsOf(facts),
  };
  const own = Object.keys(assumed).map(name => [name, 'assumed' as const]);
  const told = claimed(known);
  return { facts: { ...told.facts, ...assumed }, basis: { ...told.basis, ...Object.fromEntries(own) } };
}

/** What is known, each with how. */
function claimed(known: Known): Claim {
  const told = Object.entries(known).filter(([, [value]]) => value !== undefined);
  return {
    facts: Object.fromEntries(told.map(([name, [value]]) => [name, value])),
    basis: Object.fromEntries(told.map(([name, [, basis]]) => [name, basis])),
  };
}

/** A claim with what is known for the day of one fee's act; what somebody assumes stands above it. */
export function claimWith(claim: Claim, known: Known): Claim {
  const { facts, basis } = claimed(known);
  return { facts: { ...facts, ...claim.facts }, basis: { ...basis, ...claim.basis } };
}

/** Of facts of this round. */
const current = <Fact extends { readonly round: number }>(
  facts: CaseFacts,
  fact: Fact | undefined,
): Fact | undefined => (fact?.round === facts.round ? fact : undefined);

const dayOf = (fact: { readonly on: Day } | undefined, basis: Basis = 'recorded') => [fact?.on, basis] as const;

function stayOf(facts: CaseFacts): Known {
  const discharged = current(facts, facts.discharged);
  const planned = current(facts, facts.dischargeDay);
  return {
    bornOn: [facts.bornOn, 'recorded'],
    admittedOn: admissionOf(facts),
    dischargedOn: discharged ? [discharged.day, 'recorded'] : [planned?.day, 'planned'],
    destination: destinationOf(facts),
    homeCare: homeCareOf(facts),
  };
}

/** As the accounts say it; else the day of a readmission. */
function admissionOf(facts: CaseFacts): Told<'admittedOn'> {
  const said = current(facts, facts.account)?.admittedOn;
  return said ? [said, 'recorded'] : dayOf(facts.readmission);
}

/** To which kind of facility a child goes the case does not say. */
function destinationOf(facts: CaseFacts): Told<'destination'> {
  const discharged = current(facts, facts.discharged);
  if (discharged) return [discharged.to === 'home' ? 'home' : undefined, 'recorded'];
  if (facts.closing?.how === 'deceased') return ['died', 'recorded'];
  if (facts.closing?.how === 'transferredToHospital') return ['hospital', 'recorded'];
  const to = current(facts, facts.plan)?.destination;
  return [to === 'facility' ? undefined : to, 'planned'];
}

/** Only where every tag of the card says under which guidance it falls: a list that lacks one would say no. */
function homeCareOf({ needs }: CaseFacts): Told<'homeCare'> {
  const isClear = needs.every(need => homeCareCodes[need] !== undefined || otherCare.includes(need));
  return [needs.length > 0 && isClear ? inTable(needs, homeCareCodes) : undefined, 'read'];
}

function supportOf(facts: CaseFacts): Known {
  const factors = current(facts, facts.factors);
  const interview = current(facts, facts.interview);
  const plan = current(facts, facts.plan);
  return {
    wishesHome: wishOf(facts),
    factors: [factors && inTable(factors.codes, factorCodes), 'recorded'],
    nicuFactors: [factors && inTable(factors.codes, nicuFactorCodes), 'recorded'],
    screenedOn: dayOf(factors, 'atLatest'),
    familyTalkOn: dayOf(interview?.outcome === 'held' ? interview : undefined, 'atLatest'),
    planStartedOn: dayOf(plan, 'atLatest'),
    inHouseConferenceOn: dayOf(current(facts, facts.inHouseConference), 'atLatest'),
    planExplainedOn: dayOf(current(facts, facts.planExplained)),
    planGivenOn: dayOf(current(facts, facts.planHandedOver)),
  };
}

function wishOf(facts: CaseFacts): Told<'wishesHome'> {
  const wish = current(facts, facts.wish)?.wish;
  if (wish === undefined || wish === 'undecided') return [undefined, 'recorded'];
  return [wish === 'home' || wish === 'endOfLifeAtHome', 'recorded'];
}

/** The joint conference of this round that was held last. */
function guidanceOf(facts: CaseFacts): Known {
  const held = facts.conferences
    .filter(({ round, kind, heldOn }) => round === facts.round && kind === 'joint' && heldOn !== undefined)
    .sort((a, b) => (a.heldOn ?? '').localeCompare(b.heldOn ?? '') || a.ordinal - b.ordinal)
    .at(-1);
  if (!held) return {};
  return {
    guidedOn: [held.heldOn, 'recorded'],
    hospitalStaff: [inTable(held.attended, hospitalStaffCodes), 'read'],
    parties: [inTable(held.attended, partyCodes), 'read'],
    stations: [stationsAt(facts, held.attended.includes('visitingNurse')), 'read'],
  };
}

/** Who comes for a station comes for the one that accepted; of two it is not said which. */
function stationsAt({ team }: CaseFacts, isThere: boolean): number | undefined {
  if (!isThere) return 0;
  const accepted = team.filter(entry => entry.function === 'visitingNurse' && entry.state === 'accepted');
  return new Set(accepted.map(({ org, id }) => org ?? id)).size === 1 ? 1 : undefined;
}

/** The last stay at home that has begun; one that ended brought the child back. */
function trialStayOf(facts: CaseFacts): Known {
  const stay = facts.stays
    .filter(({ round, status }) => round === facts.round && status !== 'planned')
    .sort((a, b) => a.from.localeCompare(b.from) || a.ordinal - b.ordinal)
    .at(-1);
  if (!stay) return {};
  return {
    trialStayOn: [stay.from, 'recorded'],
    inHospitalRehearsal: [stay.kind === 'rehearsal', 'recorded'],
    returnedFromStay: [stay.status === 'ended' ? true : undefined, 'read'],
  };
}

function afterwardsOf(facts: CaseFacts): Known {
  const first = facts.visits.find(
    ({ round, kind, recordedBy }) => round === facts.round && kind === 'first' && recordedBy.includes('station'),
  );
  const plan = current(facts, facts.plan);
  return {
    firstVisitOn: [first && (first.plannedOn ?? first.on), 'read'],
    nursingOrder: orderOf(facts, first?.plannedOn),
    attends: [plan?.school ? true : undefined, 'read'],
  };
}

function orderOf(facts: CaseFacts, visitOn: Day | undefined): Told<'nursingOrder'> {
  const order = current(facts, facts.nursingOrder);
  if (!order || !visitOn) return [undefined, 'recorded'];
  return [order.from <= visitOn && visitOn <= order.until, 'recorded'];
}
