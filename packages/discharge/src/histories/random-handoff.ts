import { isReviewOpen, isReviewWanted } from '../handoff/open-points.ts';
import { isPaperCurrent } from '../handoff/paper.ts';
import type { Story } from './a-case.ts';
import type { ScriptEvent } from './script.ts';

type Apt = (child: Story) => Partial<ScriptEvent>;

/** A new version of a handoff to the station is sent with questions; one is composed where there is none. */
const asking: Apt = child => {
  const to = child.facts().handoffs.find(({ org, status }) => org === 'org-nozomi' && isLive(status));
  const handoffId = to?.id ?? `h${child.seq()}`;
  if (to && to.version !== to.sentVersion)
    return { type: 'handoff.sent', by: 'dsn', body: { handoffId, teachBack: true } };
  const body = { handoffId, ...(to ? {} : { recipient: 'org-nozomi' }), content: '新しい版' };
  return { type: 'handoff.composed', by: 'dsn', body };
};
const isLive = (status: string) => !['declined', 'withdrawn'].includes(status);

const taughtBack: Apt = child => {
  for (const { id, org, status, teachBack = [] } of child.facts().handoffs) {
    const topic = isLive(status) && org === 'org-nozomi' ? teachBack.find(({ said }) => !said)?.topic : undefined;
    if (topic) return { by: 'hvn', body: { handoffId: id, topic, sure: false } };
  }
  return asking(child);
};

const talkedOver: Apt = child => {
  for (const { id, status, teachBack = [] } of child.facts().handoffs) {
    const topic = isLive(status) ? teachBack.find(({ said }) => said)?.topic : undefined;
    if (topic) return { by: 'dsn', body: { handoffId: id, topic, outcome: 'talked' } };
  }
  return { type: 'handoff.taughtBack', ...taughtBack(child) };
};

const reviewed: Apt = child => {
  const closed = child.facts().handoffs.find(one => one.org === 'org-nozomi' && isReviewWanted(one));
  const body = { handoffId: closed?.id ?? '', informed: 'informedWell', wantsReply: true };
  return closed ? { by: 'hvn', body } : { type: 'note.added', by: 'dsn', body: { note: '書き込み' } };
};

const reviewAnswered: Apt = child => {
  const open = child.facts().handoffs.find(isReviewOpen);
  if (open) return { by: 'dsn', body: { handoffId: open.id, reply: '直しました' } };
  return { type: 'handoff.reviewed', ...reviewed(child) };
};

const onPaper: Apt = child => {
  const sent = child.facts().handoffs.find(one => isPaperCurrent(one, one.sentVersion ?? 0));
  const version = sent?.sentVersion;
  if (sent && version) return { by: 'clock', body: { handoffId: sent.id, version, answer: 'paperRead', way: 'page' } };
  const draft = child.facts().handoffs.find(({ org, status }) => !org && status === 'draft');
  if (draft) return { type: 'handoff.sent', by: 'dsn', body: { handoffId: draft.id } };
  const body = { handoffId: `h${child.seq()}`, outside: '島の診療所', content: '九つ' };
  return { type: 'handoff.composed', by: 'dsn', body };
};

/** Whether something waits around a handoff that chance alone would hardly ever come back to. */
export const isSomethingOfHandoffOpen = (child: Story): boolean =>
  child.facts().handoffs.some(one => one.teachBack || isReviewWanted(one) || isReviewOpen(one));

/** Whether a printed handoff waits for its answer. */
export const isPaperOut = (child: Story): boolean =>
  child.facts().handoffs.some(one => one.paper === undefined && isPaperCurrent(one, one.sentVersion ?? 0));

/** What chance alone would never bring together around a handoff. */
export const aptOfHandoffs: Readonly<Record<string, Apt>> = {
  'handoff.asked': child => {
    const asked = ['sent', 'opened', 'answered', 'accepted'];
    const open = child.facts().handoffs.find(one => one.org === 'org-nozomi' && asked.includes(one.status));
    const body = { questionId: `q${child.seq()}`, section: 'nutrition', question: '量は' };
    return open ? { by: 'hvn', body: { handoffId: open.id, ...body } } : asking(child);
  },
  'handoff.taughtBack': taughtBack,
  'handoff.talkedOver': talkedOver,
  'handoff.reviewed': reviewed,
  'handoff.reviewAnswered': reviewAnswered,
  'handoff.paperAcknowledged': onPaper,
};
