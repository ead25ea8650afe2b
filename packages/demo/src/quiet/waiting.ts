import type { HoldCode } from '@kaerimichi/discharge';
import { memberOf } from '../people.ts';
import type { Script } from '../script.ts';
import type { Draw } from './draw.ts';

const notes: Partial<Record<HoldCode, string>> = {
  awaitingReply: '打診の返事を待っている。週明けに電話する。',
  equipment: '機器の納品待ち。業者に日程を確かめている。',
  housing: '電気の容量の工事を大家に相談中。',
  training: '練習の日が合わない。病棟と調整中。',
  meetingDate: '会議の日程が決まらない。',
  publicScheme: '手帳の交付を待っている。',
  familyDecision: '家族で話し合っている。',
  noVisitingNurse: '夜間に対応できる事業所を探している。',
  clinicalChange: '発熱のため見合わせている。',
};

/** Now and then something holds a case up; more often than not somebody looks again before the day is past. */
export function perhapsHold(
  script: Script,
  { nurse }: { nurse: string },
  draw: Draw,
  codes: readonly HoldCode[],
): void {
  if (!draw.in100(34)) return;
  const code = draw.of(codes);
  const note = notes[code];
  script.tell(nurse, 'hold.added', {
    holdId: 'hold1',
    code,
    owner: memberOf(nurse),
    recheckOn: script.day(draw.between(1, 7)),
    ...(note ? { note } : {}),
  });
}

const remarks = [
  '面会のときに母から聞いた:夜は2時間ごとに起きている。',
  'きょうだいの面会を病棟と調整した。',
  '家族は退院後の外来の回数を心配している。',
  '物品の使用数を病棟で数え直した。',
  '父の休みに合わせて練習の日を組んだ。',
  '訪問看護から、物品の置き場所の質問があった。',
];

export function perhapsNote(script: Script, { nurse }: { nurse: string }, draw: Draw): void {
  if (draw.in100(45)) script.tell(nurse, 'note.added', { note: draw.of(remarks) });
}
