import { dayWords } from '@kaerimichi/rules/calendar';
import { z } from 'zod';
import { type CaseEvent, defineFact, mustBeNew, noteText, type Objection, putItem, stampOf } from '../../event.ts';
import type { CaseFacts } from '../../facts.ts';
import { bothInAndOutside } from '../../faults.ts';
import { happenedOn } from '../../occurred-on.ts';
import { turnOfPart } from '../../turn-of-part.ts';
import { day, declineReasons, itemId, teamFunction } from '../../vocabulary.ts';
import { hasLeft, rememberTeam } from './team.ts';

/** An enquiry is between the lead and the candidate: no other learns who was asked, and who declined. */
const addressee = (facts: CaseFacts, { body }: CaseEvent<{ candidateId: string }>) =>
  facts.team.find(entry => entry.id === body.candidateId)?.org;

type Entry = CaseFacts['team'][number];

type Asked = { readonly organisation?: string | undefined; readonly replyBy?: string | undefined };

/** Somebody is asked, and somebody else: what the own house does needs no enquiry. */
function candidateObjection(facts: CaseFacts, event: CaseEvent<Asked>): Objection | null {
  const { organisation } = event.body;
  if (!organisation && !(event.said?.includes('outside') ?? event.record))
    return {
      code: 'candidate.who',
      text: { ja: '打診する相手を選ぶか、名前を書いてください。', en: 'Choose or name the candidate.' },
    };
  if (organisation !== facts.lead && organisation !== event.by.org) return null;
  return {
    code: 'candidate.own',
    text: {
      ja: '主担当の組織や自分の組織には打診できません。自分たちで担う役割は、退院支援計画書で「要らない役割」にします。',
      en: 'Neither the lead nor one’s own organisation is asked. What you do yourselves is, in the discharge plan, a role that is not needed.',
    },
    params: { organisation },
    fix: 'plan.written',
  };
}

const replyObjection = (event: CaseEvent<Asked>): Objection | null =>
  event.body.replyBy && event.body.replyBy < happenedOn(event)
    ? {
        code: 'candidate.replyBy',
        text: {
          ja: '返事の希望日は、打診した日か、そのあとにしてください。',
          en: 'The reply cannot be wanted before the day of asking.',
        },
      }
    : null;

const candidateAsked = defineFact('candidate.asked', {
  label: { ja: '受け手に打診する', en: 'Ask a candidate' },
  reading: 'うけて に だしん する',
  alsoCalled: { ja: 'いらい', en: 'enquiry, partner' },
  told: { ja: '受け手に打診した', en: 'Candidate asked' },
  category: 'plan',
  addressee,
  item: { field: 'candidateId', isNew: 'always' },
  body: {
    candidateId: itemId,
    function: teamFunction,
    organisation: itemId.optional().describe('ネットワークの外の相手は、名前を文章で'),
    replyBy: day.optional(),
  },
  texts: {
    outside: {
      label: { ja: 'ネットワークの外の相手の名前', en: 'Name of a candidate outside the network' },
      maxLength: 200,
    },
    note: { label: { ja: 'メモ', en: 'Note' } },
  },
  faults: bothInAndOutside('organisation'),
  objection: (facts, event) => [
    candidateObjection(facts, event),
    replyObjection(event),
    mustBeNew(facts.team, event.body.candidateId),
  ],
  record: (facts, event) => {
    const { candidateId, organisation, replyBy } = event.body;
    const stamp = stampOf(facts, event);
    const entry = {
      ...stamp,
      id: candidateId,
      function: event.body.function,
      state: 'asked',
      askedOn: stamp.on,
      enquiry: { seq: event.seq, at: event.at },
      ...(replyBy ? { replyBy } : {}),
    } as const;
    const team = putItem(facts.team, organisation ? { ...entry, org: organisation } : entry);
    return rememberTeam({ ...facts, team });
  },
});

/** Nobody waits for an answer that came. */
const notWaitedFor = ({ enquiry: _over, ...entry }: Entry): Entry => entry;

function alreadyAnswered({ id, state, answeredOn = '' }: Entry): Objection {
  const { ja, en } = dayWords(answeredOn);
  return {
    code: 'candidate.answered',
    text: { ja: `この打診には${ja}にすでに答えています。`, en: `This enquiry was already answered on ${en}.` },
    params: { id, state, on: answeredOn },
  };
}

type Answer = { readonly answer: string; readonly declineReason?: string | undefined };

/**
 * An answer is of the enquiry that is open: declined or ended, one is not taken up again by whoever was asked, nor by the
 * lead while the same is asked of the organisation anew. Where nothing else is open the lead may write down that somebody
 * was won over.
 */
function overObjection(facts: CaseFacts, entry: Entry, { by }: CaseEvent<unknown>): Objection | null {
  if (!hasLeft(entry)) return null;
  const { id, function: part, org, state, answeredOn = entry.on } = entry;
  // Of two outside the network nobody can say here whether they are the same.
  const open = facts.team.find(other => org && other.org === org && other.function === part && !hasLeft(other));
  const { ja, en } = dayWords(answeredOn);
  const said = { ja: `この打診は${ja}に終わっています。`, en: `This enquiry was over on ${en}.` };
  const params = { id, state, on: answeredOn };
  if (open)
    return {
      code: 'candidate.over',
      text: { ja: `${said.ja}いま続いている打診に答えてください。`, en: `${said.en} Answer the one that is open.` },
      params,
      turn: turnOfPart(facts, { org, function: part, since: open.askedOn ?? open.on }),
      fix: 'candidate.answered',
      fill: { candidateId: open.id },
    };
  if (by.org === facts.lead) return null;
  return {
    code: 'candidate.over',
    text: {
      ja: `${said.ja}引き受ける場合は、主担当に打診をあらためて出してもらってください。`,
      en: `${said.en} To take it up after all, have the lead ask anew.`,
    },
    params,
    turn: { org: facts.lead, role: 'dischargeNurse', since: answeredOn },
    fix: 'candidate.asked',
    fill: { function: part, ...(org ? { organisation: org } : {}) },
  };
}

const reasonObjection = ({ answer, declineReason }: Answer): Objection | null =>
  answer === 'declined' && !declineReason
    ? {
        code: 'candidate.reason',
        text: { ja: '受けられない理由を選んでください。', en: 'Choose why you cannot accept.' },
      }
    : null;

const candidateAnswered = defineFact('candidate.answered', {
  label: { ja: '打診に答える', en: 'Answer an enquiry' },
  reading: 'だしん に こたえる',
  alsoCalled: { ja: 'へんじ', en: 'reply' },
  told: { ja: '打診に答えた', en: 'Enquiry answered' },
  form: { asks: 'outgoing', asksWhen: { field: 'answer', is: ['declined', 'ended'] } },
  category: 'plan',
  addressee,
  body: {
    candidateId: itemId,
    answer: z.enum(['accepted', 'declined', 'ended']),
    declineReason: z.enum(declineReasons).optional(),
  },
  texts: noteText,
  objection: (facts, event) => {
    const entry = facts.team.find(other => other.id === event.body.candidateId);
    // A partner speaks for itself only, and learns of no other; the lead may record any answer given by telephone.
    if (!entry || (event.by.org !== facts.lead && entry.org !== event.by.org))
      return {
        code: 'item.unknown',
        text: { ja: 'その打診は記録されていません。', en: 'That enquiry is not recorded.' },
      };
    const { answer } = event.body;
    if (entry.state === answer || (hasLeft(entry) && answer === 'ended')) return alreadyAnswered(entry);
    return [overObjection(facts, entry, event), reasonObjection(event.body)];
  },
  record: (facts, event) => ({
    ...facts,
    team: facts.team.map(entry =>
      entry.id === event.body.candidateId
        ? {
            ...notWaitedFor(entry),
            ...stampOf(facts, event),
            state: event.body.answer,
            answeredOn: event.occurredOn ?? event.on,
          }
        : entry,
    ),
  }),
});

export const communityEvents = [candidateAsked, candidateAnswered] as const;
