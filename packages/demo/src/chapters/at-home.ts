import type { Cast } from '../cast.ts';
import type { Script } from '../script.ts';
import { answers, consents, enquiries } from './in-hospital.ts';

/** Both nurses in the child's room, one record of each, and two signatures. */
export function firstVisit(script: Script, { nurse, station }: Cast, differences = 0): void {
  const visitId = 'first-h1';
  script.tell(station.by, 'firstVisit.begun');
  const findings = differences > 0 ? '加湿器の水の量が退院時と違う。' : '状態は落ち着いている。';
  script.tell(station.by, 'visit.recorded', { visitId, side: 'station', differences, findings });
  script.tell(nurse, 'visit.recorded', {
    visitId,
    side: 'hospital',
    differences: 0,
    findings: '機器の設定は退院時のとおり。',
  });
  script.tell(station.by, 'visit.signed', { visitId, side: 'station' });
  script.wait(1);
  script.tell(nurse, 'visit.signed', { visitId, side: 'hospital' });
  if (differences > 0) script.tell(station.by, 'difference.resolved', { visitId, resolved: differences });
  script.tell(nurse, 'firstVisit.closed');
}

const points = [
  { point: 'early', wait: 5 },
  { point: 'month1', wait: 23 },
  { point: 'month3', wait: 61 },
  { point: 'month6', wait: 88 },
] as const;

/** Evaluations after the discharge, as many as are wanted; the home nursing order is renewed with the third. */
export function followUps(script: Script, { nurse, doctor }: Cast, wanted: number): void {
  for (const { point, wait } of points.slice(0, wanted)) {
    script.wait(wait);
    script.tell(nurse, 'followUp.evaluated', { point });
    if (point === 'month3') renewOrder(script, { doctor });
  }
}

export const renewOrder = (script: Script, { doctor }: Pick<Cast, 'doctor'>): void =>
  script.tell(doctor, 'order.issued', { from: script.day(), until: script.day(180) });

/** Taken over from paper, long after the way home. */
export function adoptAtHome(script: Script, cast: Cast): void {
  const { nurse } = cast;
  const note = '紙の台帳から移した。';
  script.tell(nurse, 'case.adopted', { stage: 'stableAtHome', since: script.day(-200), source: 'paper', note });
  enquiries(script, cast);
  consents(script, cast);
  answers(script, cast);
  renewOrder(script, cast);
  script.wait(60);
}

export function settle(script: Script, { nurse }: Cast): void {
  script.wait(1);
  script.tell(nurse, 'followUp.closed');
}

type Evaluation = {
  readonly id?: string;
  readonly nights?: number;
  readonly purposes?: readonly string[];
  /** Number of the bed; two children of one world have no day of one bed in common. */
  readonly bed?: number;
};

/** Asked for, a bed held, and admitted eight days later. */
export function admitForEvaluation(script: Script, { nurse, doctor }: Cast, wish: Evaluation = {}): void {
  const { id: evaluationId = 'e1', nights = 7, purposes = ['careReview', 'familyRest'], bed } = wish;
  const [from, to] = [script.day(8), script.day(8 + nights)];
  script.tell(nurse, 'evaluation.requested', { evaluationId, purposes, from, to });
  script.wait(2);
  script.tell(nurse, 'evaluation.bedHeld', { evaluationId, from, to, ...(bed === undefined ? {} : { bed }) });
  script.wait(6);
  script.tell(doctor, 'evaluation.admitted', { evaluationId, origin: 'home' });
}

export function openAdult(script: Script, { nurse }: Cast): void {
  script.tell(nurse, 'adult.opened');
  script.wait(12);
  script.tell(nurse, 'readiness.answered', { by: 'family' });
  script.wait(1);
  script.tell(nurse, 'readiness.answered', { by: 'young' });
}

export function mapService(script: Script, { nurse }: Cast, service: string, state: string): void {
  script.tell(nurse, 'adult.serviceMapped', { service, state });
}
