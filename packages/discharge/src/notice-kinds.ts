import { taskKinds } from './tasks/task-key.ts';

/** What changed in a case, as somebody would choose not to hear of it: a small list, so that a choice is understood. */
export const changeKinds = ['move', 'holds', 'handoffs', 'team', 'consents', 'notes', 'entries'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** Kinds of notices: what there is to do, and what changed. */
export const noticeKinds = [...taskKinds, ...changeKinds] as const;
export type NoticeKind = (typeof noticeKinds)[number];

const byGroup: Readonly<Record<string, ChangeKind | undefined>> = {
  hold: 'holds',
  handoff: 'handoffs',
  candidate: 'team',
  lead: 'team',
  consent: 'consents',
  note: 'notes',
};

/** Of which kind an event is; `isMove` where it changed the stage. */
export const changeKindOf = (type: string, isMove: boolean): ChangeKind =>
  byGroup[type.split('.')[0] ?? ''] ?? (isMove ? 'move' : 'entries');
