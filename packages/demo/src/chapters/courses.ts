import type { Care, Cast } from '../cast.ts';
import type { Script } from '../script.ts';
import * as ward from './in-hospital.ts';
import * as way from './on-the-way.ts';

/** The usual course, chapter after chapter, on usual days. */
export function upToPlan(script: Script, cast: Cast): void {
  ward.screening(script, cast);
  script.wait(3);
  ward.interview(script, cast);
  script.wait(2);
}

export function upToPreparation(script: Script, cast: Cast, care: Care): void {
  upToPlan(script, cast);
  script.linger();
  ward.planning(script, cast, care);
  script.wait(2);
}

export function upToAnswers(script: Script, cast: Cast, care: Care): void {
  upToPreparation(script, cast, care);
  script.linger();
  ward.enquiries(script, cast);
  script.wait(1);
  ward.consents(script, cast);
  script.wait(1);
  ward.answers(script, cast);
}

export function upToStay(script: Script, cast: Cast, care: Care): void {
  upToAnswers(script, cast, care);
  script.linger();
  script.wait(5);
  ward.training(script, cast, care.needs);
  script.wait(2);
  ward.equipment(script, cast, care.needs);
  ward.entitlements(script, cast, care.entitlements);
  script.wait(1);
  ward.contacts(script, cast);
}

export function upToConference(script: Script, cast: Cast, care: Care): void {
  upToStay(script, cast, care);
  script.linger();
  ward.trialStay(script, cast);
  script.wait(1);
  way.planConference(script, cast, { inDays: 4 });
  script.tell(cast.nurse, 'conference.convened');
}

export function upToMinutes(script: Script, cast: Cast, care: Care): void {
  upToConference(script, cast, care);
  script.linger();
  script.wait(4);
  way.holdConference(script, cast, {
    dischargeInDays: 20,
    items: [{ id: 'a1', what: '夜間・休日の連絡先を家族に渡す', owner: cast.nurse, inDays: 6 }],
  });
}

export function upToHandoff(script: Script, cast: Cast, care: Care): void {
  upToMinutes(script, cast, care);
  script.linger();
  script.wait(1);
  way.closePreparation(script, cast);
  script.wait(1);
  way.sendHandoff(script, cast, { to: cast.station });
}

export function upToDoor(script: Script, cast: Cast, care: Care): void {
  upToHandoff(script, cast, care);
  script.linger();
  script.wait(1);
  way.acceptHandoff(script, cast, { visitInDays: 6 });
  script.wait(2);
  way.leaveReady(script, cast, care.school);
  way.closeItems(script, cast, ['a1']);
}

/** Home; the first visit is on the next day. */
export function upToHome(script: Script, cast: Cast, care: Care): void {
  upToDoor(script, cast, care);
  script.linger();
  script.wait(3);
  way.goHome(script, cast);
  script.wait(1);
}
