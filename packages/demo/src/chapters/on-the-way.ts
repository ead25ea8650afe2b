import type { HandoffSection } from '@kaerimichi/discharge';
import type { Cast } from '../cast.ts';
import { memberOf } from '../people.ts';
import type { Script } from '../script.ts';

type Sections = Readonly<Partial<Record<HandoffSection, string>>>;

type Item = { readonly id: string; readonly what: string; readonly owner: string; readonly inDays: number };
type Conference = {
  readonly id?: string;
  /** Days from its date to the day of discharge that it decides. */
  readonly dischargeInDays: number;
  readonly items?: readonly Item[];
  readonly minutes?: string;
};

export function planConference(
  script: Script,
  { nurse }: Cast,
  { id = 'k1', inDays }: { id?: string; inDays: number },
) {
  script.tell(nurse, 'conference.planned', {
    conferenceId: id,
    conferenceKind: 'joint',
    plannedOn: script.day(inDays),
  });
}

/** Held and written down; the doctor has not signed the minutes yet. */
export function holdConference(script: Script, { nurse }: Cast, conference: Conference): void {
  const { id = 'k1', dischargeInDays, items = [], minutes = '役割と緊急時の連絡順を確認した。' } = conference;
  script.tell(nurse, 'conference.held', {
    conferenceId: id,
    attended: ['attendingDoctor', 'dischargeNurse', 'visitingNurse', 'homePhysician', 'family'],
    actionItems: items.map(({ id, what, owner, inDays }) => ({
      id,
      what,
      owner: memberOf(owner),
      dueOn: script.day(inDays),
    })),
    dischargeOn: script.day(dischargeInDays),
  });
  script.wait(1);
  script.tell(nurse, 'minutes.drafted', { conferenceId: id, minutes });
}

export function closePreparation(script: Script, { nurse, doctor }: Cast, conferenceId = 'k1'): void {
  script.tell(doctor, 'minutes.approved', { conferenceId });
  script.tell(nurse, 'preparation.closed');
}

/** What a quiet child's handoff says, section by section. */
const SECTIONS: Sections = {
  contacts: '日中:退院支援室。夜間・休日:病棟の当直看護師。',
  condition: '退院前の診察で安定。いつもの値は退院サマリーのとおり。',
  breathing: '日中・夜間とも、退院時の設定のとおり。',
  deviceSettings: '機種と設定値は機器の一覧のとおり。業者の24時間の連絡先を家族に渡した。',
  nutrition: '時刻・量・速度は退院時のとおり。',
  medicines: 'お薬手帳のとおり。内服はすべて家族が行える。',
  caregiving: '手技は二人の家族が、ひとりでできる。',
  emergencies: '呼びかけに反応が弱いとき、顔色が悪いときは119番。搬送先は当院。',
  schemes: '医療費の助成は申請済み。',
};

/** Sent to the station, which has opened it. */
export function sendHandoff(
  script: Script,
  { nurse }: Cast,
  { id = 'h1', to, sections = SECTIONS }: { id?: string; to: Cast['station']; sections?: Sections },
): void {
  script.tell(nurse, 'handoff.composed', { handoffId: id, recipient: to.org, ...sections });
  script.tell(nurse, 'handoff.sent', { handoffId: id });
  script.tell(to.by, 'handoff.opened', { handoffId: id });
}

/** Sections without which nobody may accept. */
const CRITICAL = ['condition', 'breathing', 'medicines', 'emergencies'];

export function acceptHandoff(
  script: Script,
  { station }: Cast,
  { id = 'h1', visitInDays }: { id?: string; visitInDays: number },
): void {
  for (const section of CRITICAL) script.tell(station.by, 'handoff.sectionConfirmed', { handoffId: id, section });
  script.tell(station.by, 'handoff.accepted', {
    handoffId: id,
    withConditions: false,
    firstVisitOn: script.day(visitInDays),
  });
}

/** Everything else that stands between a child and the door. */
export function leaveReady(script: Script, { nurse, doctor, ward }: Cast, school: boolean): void {
  script.tell(doctor, 'order.issued', { from: script.day(), until: script.day(170) });
  script.tell(doctor, 'condition.assessed', { stable: true });
  script.tell(ward, 'medication.transcribed');
  script.tell(nurse, 'outpatient.dated', { visitOn: script.day(16) });
  script.tell(nurse, 'municipality.informed');
  if (school) script.tell(nurse, 'school.informed');
  script.tell(doctor, 'discharge.ordered');
}

export function closeItems(script: Script, { nurse }: Cast, ids: readonly string[]): void {
  for (const actionItemId of ids) script.tell(nurse, 'actionItem.closed', { actionItemId });
}

export const goHome = (script: Script, { nurse }: Cast): void =>
  script.tell(nurse, 'discharge.done', { destination: 'home' });
