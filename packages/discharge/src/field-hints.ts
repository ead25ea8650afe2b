import { handoffSectionIds, handoffSections } from './handoff/section-list.ts';
import type { Words } from './words.ts';

const w = (ja: string, en: string): Words => ({ ja, en });

/** What a field's label leaves open, by `event.field`: said beneath it, to whoever fills it in. */
export const fieldHints: Readonly<Record<string, Words>> = {
  ...Object.fromEntries(handoffSectionIds.map(id => [`handoff.composed.${id}`, handoffSections[id].hint])),
  'factors.recorded.factors': w(
    'あてはまる要因がなければ、何も選ばずに記録します。',
    'Where there are none, record it with nothing chosen.',
  ),
  'interview.held.outcome': w(
    '連絡がつかなかったときも、試みたことを記録します。',
    'Where nobody was reached, record the attempt.',
  ),
  'consent.recorded.jointly': w(
    '親権をもつ方が二人いるときに、二人そろっての同意かどうかを答えます。',
    'Where two people have custody: whether both consented together.',
  ),
  'plan.written.roles': w(
    '退院後、地域のだれかに受けもってもらう役割です。',
    'What somebody in the community is to take on after discharge.',
  ),
  'plan.written.rolesNotNeeded': w(
    '要らないと判断した役割です。選んだときは、下に理由も書きます。',
    'Roles judged unnecessary. Where you choose one, say why below.',
  ),
  'candidate.asked.organisation': w(
    '一覧にない相手は選ばずに、下の欄に名前を書きます。',
    'Choose none for somebody who is not listed, and name them below.',
  ),
  'handoff.composed.recipient': w(
    '一覧にない相手は選ばずに、下の欄に名前を書きます。',
    'Choose none for somebody who is not listed, and name them below.',
  ),
  'handoff.composed.changedSections': w(
    '受け手は、文章を改めた項目と、ここで選んだ項目だけを確認し直します。',
    'The receiver confirms anew the sections whose text changed, and those chosen here.',
  ),
  'handoff.accepted.firstVisitOn': w('初回訪問の日を提案するときに入れます。', 'To propose a day for the first visit.'),
  'device.chosen.kind': w(
    '退院支援計画書に書いた機器と同じ種類を選びます。',
    'The same kind as in the discharge plan.',
  ),
  'device.chosen.batteryMinutes': w('電源を抜いて、実際に動いた時間です。', 'For how long it really ran, unplugged.'),
  'device.chosen.modelChanged': w(
    '「はい」にすると、この機器の手技の「ひとりで」を確かめなおします。',
    'Yes asks for every skill on this device to be shown anew.',
  ),
  'home.checked.power': w(
    'コンセントの数と契約アンペアを確かめます。',
    'Check the sockets and the contracted amperage.',
  ),
  'home.checked.powerPlan': w(
    '停電したときにどうするかを、家族と決めてあるかどうかです。',
    'Whether it is settled with the family what to do in a power failure.',
  ),
  'entitlement.updated.owner': w('申請中のときは、担当を決めます。', 'Needed while an application is under way.'),
  'entitlement.updated.until': w(
    '受給者証などが使える最後の日です。',
    'The last day on which the certificate is valid.',
  ),
  'contacts.recorded.when': w(
    '「緊急時の連絡順と搬送先」には、電話をかける順番と、運ぶ病院を書きます。',
    'For the emergency route, write whom to call in which order and which hospital to go to.',
  ),
  'trialStay.planned.stayKind': w(
    '院内外泊は、病院のなかの部屋で家族が過ごしてみる練習です。',
    'A rehearsal is a stay of the family in a room of the hospital.',
  ),
  'conference.planned.startsAt': w('15:00 のように書きます。', 'As in 15:00.'),
  'conference.held.dischargeOn': w('会議で退院の日が決まったときに入れます。', 'Where the meeting settled the day.'),
  'evaluation.recorded.changesCare': w(
    '医療的ケア・機器・計画のどれかが変わるときは「はい」を選びます。',
    'Yes where the care, the devices or the plan change.',
  ),
  'evaluation.recorded.touches': w(
    '選んだ項目に文章のある引き継ぎは「古い」と示し、出し直すまで評価入院を終えられません。',
    'Handoffs that say something in these sections are marked as out of date until they are sent again.',
  ),
  'evaluation.bedHeld.bed': w(
    '番号を入れると、その日のベッドはほかの人が取れなくなります。',
    'With a number nobody else can hold the bed on these days.',
  ),
  'adult.serviceMapped.service': w(
    'neurology(小児神経科)のような符号です。「成人移行」の表からは選ぶだけで入ります。',
    'A code such as neurology; from the table of the transition it is chosen.',
  ),
  'order.issued.until': w('訪問看護指示書の期間は6か月までです。', 'A nursing order holds for six months at most.'),
  'adult.serviceMapped.state': w(
    '成人の医療に移さないと決めたものは「小児に残す」を選びます。',
    'Choose “Stays in paediatrics” for what is not to move.',
  ),
  'visit.recorded.differences': w(
    'なければ0。退院時の説明と違っていたところを数えます。',
    'How many things were not as they were explained at discharge; 0 where there were none.',
  ),
  'hold.added.recheckOn': w(
    'この日に、まだ止まっているかを確かめます。',
    'On this day somebody looks whether it still holds.',
  ),
  'requirement.waived.ground': w(
    '災害のために条件をみたせないときは「災害」を選びます。選ばなければ個別の事情になります。',
    'Choose “Disaster” where a disaster is the reason; without a choice it is individual circumstances.',
  ),
};

/** What a field's whole number counts; a form shows it behind the number. */
export const fieldUnits: Readonly<Record<string, Words>> = {
  grams: w('g', 'g'),
  takes: w('分', 'minutes'),
  gestationWeeks: w('週', 'weeks'),
  caregivers: w('人', 'people'),
  batteryMinutes: w('分', 'min'),
  watts: w('W', 'W'),
  differences: w('か所', 'places'),
  resolved: w('か所', 'places'),
  sleepHours: w('時間', 'hours'),
  unplannedVisits: w('回', 'times'),
};
