import { type Care, type Cast, devicesOf, electricOf, proceduresFor } from '../cast.ts';
import { memberOf } from '../people.ts';
import type { Script } from '../script.ts';

/** The ward asks, and somebody looks whether going home will be hard. */
export function screening(
  script: Script,
  { nurse }: Cast,
  wish: { source?: string; factors?: readonly string[] } = {},
) {
  const { source = 'ward', factors = ['medicalProcedures', 'caregivingInsufficient'] } = wish;
  script.tell(nurse, 'referral.received', { source });
  script.wait(1);
  script.tell(nurse, 'factors.recorded', { factors });
  script.tell(nurse, 'screening.completed');
}

export function interview(script: Script, { nurse }: Cast, wish: { interpreter?: boolean; note?: string } = {}): void {
  const { interpreter = false, note = '家での暮らしの希望を聞いた。' } = wish;
  script.tell(nurse, 'interview.held', { outcome: 'held', childPresent: true, interpreter, note });
  script.tell(nurse, 'wish.recorded', { wish: 'home' });
  script.tell(nurse, 'consent.recorded', {
    consentId: 'c-hospital',
    scope: 'hospital',
    categories: ['contacts', 'clinical', 'plan'],
    purpose: 'care',
    from: script.day(),
    givers: [{ relation: 'mother', authority: 'parental' }],
    method: 'paper',
  });
}

type Planned = Care & {
  readonly goal?: string;
  readonly problems?: string;
  readonly procedures?: ReturnType<typeof proceduresFor>;
};

export function writePlan(script: Script, { nurse, others }: Cast, care: Planned): void {
  const { needs, school, entitlements, goal = '家族と家で過ごせるようにする。', problems } = care;
  script.tell(nurse, 'plan.written', {
    destination: 'home',
    homeNursing: true,
    school,
    needs,
    procedures: care.procedures ?? proceduresFor(needs),
    roles: ['visitingNurse', 'homePhysician', ...others.map(({ part }) => part)],
    devices: devicesOf(needs).map(kind => ({ kind, electric: true })),
    entitlements,
    goal,
    ...(problems ? { problems } : {}),
  });
}

export function planning(script: Script, cast: Cast, care: Planned): void {
  const { nurse } = cast;
  script.tell(nurse, 'interview.completed');
  script.wait(1);
  script.tell(nurse, 'inHouseConference.held', { attended: ['attendingDoctor', 'dischargeNurse', 'wardNurse'] });
  writePlan(script, cast, care);
  script.wait(1);
  script.tell(nurse, 'plan.explained');
  script.tell(nurse, 'plan.handedOver');
  script.tell(nurse, 'preparation.begun');
}

/** Everybody whom the plan names is asked. */
export function enquiries(script: Script, { nurse, station, clinic, others }: Cast): void {
  const ask = (candidateId: string, part: string, organisation: string) =>
    script.tell(nurse, 'candidate.asked', { candidateId, function: part, organisation });
  ask('t-station', 'visitingNurse', station.org);
  ask('t-clinic', 'homePhysician', clinic.org);
  for (const { part, org } of others) ask(`t-${part}`, part, org);
}

/** Consent to share with one organisation, given by the mother on paper. */
function shareWith(script: Script, { nurse }: Cast, recipient: string, rest: Record<string, unknown> = {}): void {
  script.tell(nurse, 'consent.recorded', {
    consentId: `c-${recipient.replace('org-', '')}`,
    recipient,
    scope: 'recipient',
    categories: ['contacts', 'clinical', 'skills', 'plan', 'family', 'disaster'],
    purpose: 'care',
    from: script.day(),
    givers: [{ relation: 'mother', authority: 'parental' }],
    method: 'paper',
    ...rest,
  });
}

/** What a maker of devices is told: whom to call, what stands in the home, what happens when power fails. */
const toldToVendor = { categories: ['contacts', 'skills', 'disaster'] };

export function consents(script: Script, cast: Cast): void {
  for (const { org } of [cast.station, cast.clinic]) shareWith(script, cast, org);
  for (const { org, part } of cast.others) shareWith(script, cast, org, part === 'deviceVendor' ? toldToVendor : {});
  if (cast.hub) shareWith(script, cast, 'org-kyoten');
}

/** Whoever signs in answers for itself; what was said on the telephone the nurse of the lead writes down. */
function answer(script: Script, cast: Cast, candidateId: string, { by }: { by: string | null }): void {
  const said = by ? {} : { note: '電話で返事があった。' };
  script.tell(by ?? cast.nurse, 'candidate.answered', { candidateId, answer: 'accepted', ...said });
}

export function answers(script: Script, cast: Cast): void {
  answer(script, cast, 't-station', cast.station);
  script.wait(1);
  answer(script, cast, 't-clinic', cast.clinic);
  for (const other of cast.others) answer(script, cast, `t-${other.part}`, other);
}

/** Both parents, or the one who is needed, do everything alone: watched on one day, alone on the next. */
export function training(script: Script, { ward }: Cast, needs: Care['needs']): void {
  for (const { procedure, caregivers } of proceduresFor(needs))
    for (const caregiver of ['mother', 'father'].slice(0, caregivers)) {
      script.tell(ward, 'skill.assessed', { procedure, caregiver, level: 3, occurredOn: script.day(-1) });
      script.tell(ward, 'skill.assessed', { procedure, caregiver, level: 4 });
    }
}

export function equipment(script: Script, { nurse }: Cast, needs: Care['needs']): void {
  for (const kind of devicesOf(needs))
    script.tell(nurse, 'device.chosen', {
      deviceId: `d-${kind}`,
      kind,
      electric: true,
      atHome: true,
      consumables: true,
      vendorPhone24h: true,
    });
  const powerPlan = electricOf(needs).length > 0 || needs.includes('tracheostomy');
  script.tell(nurse, 'home.checked', { home: true, power: true, powerPlan });
}

export function entitlements(script: Script, { nurse }: Cast, kinds: Care['entitlements']): void {
  for (const kind of kinds)
    script.tell(
      nurse,
      'entitlement.updated',
      kind === 'dailyEquipment' ? { kind, state: 'notNeeded' } : { kind, state: 'applied', owner: memberOf(nurse) },
    );
}

export function contacts(script: Script, { nurse }: Cast): void {
  script.tell(nurse, 'contacts.recorded', {
    when: 'emergencyRoute',
    contact: '119のあと、病院の救急外来へ 045-000-0119(デモ)',
  });
  script.tell(nurse, 'contacts.recorded', { when: 'day', contact: '退院支援室 045-000-0101(デモ)' });
  script.tell(nurse, 'contacts.recorded', { when: 'night', contact: '病棟の当直 045-000-0102(デモ)' });
}

type Stay = { readonly id?: string; readonly nights?: number; readonly result?: string; readonly problems?: string };

/** A night or two at home; it is over when this chapter is. */
export function trialStay(script: Script, { nurse, doctor }: Cast, stay: Stay = {}): void {
  beginStay(script, { nurse, doctor }, stay);
  script.wait(stay.nights ?? 1);
  const { result = 'succeeded', problems } = stay;
  script.tell(nurse, 'trialStay.returned', { result, ...(problems ? { problems } : {}) });
}

export function beginStay(script: Script, { nurse, doctor }: Pick<Cast, 'nurse' | 'doctor'>, stay: Stay = {}): void {
  const { id: stayId = 's1', nights = 1 } = stay;
  const [from, to] = [script.day(2), script.day(2 + nights)];
  script.tell(nurse, 'trialStay.planned', { stayId, stayKind: 'home', from, to, stationVisits: false });
  script.tell(doctor, 'trialStay.permitted', { stayId });
  script.wait(2);
  script.tell(nurse, 'trialStay.begun', { stayId });
}
