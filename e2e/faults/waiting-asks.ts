import { type Ask, get, missing, sent } from './ask.ts';
import type { Waiting } from './waiting-world.ts';

const noPair = { id: missing, own: missing, twin: missing };
/** What nobody ever planted: whoever is not told of the other is answered as about this. */
export const nothing: Waiting = {
  ...{ referral: missing, accepted: missing, proposal: missing },
  ...{ found: noPair, proposed: noPair },
};

const because = 'x';

/** Every row of the table of what waits, with one question; `caseId`: to which a referral would be added. */
export function waitingAsks(waiting: Waiting, caseId: string): Ask[] {
  const { referral, accepted, found, proposed, proposal } = waiting;
  const answer = (step: string, id: string, body: object) =>
    sent(`POST /referrals/{id}/decision#${step}`, `/referrals/${id}/decision`, body);
  const decide = (step: string, id: string, body: object) =>
    sent(`POST /merges/{id}/decision#${step}`, `/merges/${id}/decision`, { ...body, reason: because });
  const settle = (step: string) =>
    sent(`POST /admin/proposals/{id}/${step}#waiting`, `/admin/proposals/${proposal}/${step}`, {});
  return [
    get('GET /referrals/{id}#waiting', `/referrals/${referral}`),
    get('GET /referrals/{id}#accepted', `/referrals/${accepted}`),
    answer('accept', referral, { decision: 'accepted', caseId }),
    answer('decline', referral, { decision: 'declined', reason: 'noCapacity' }),
    answer('withdraw', referral, { decision: 'withdrawn' }),
    answer('late-withdraw', accepted, { decision: 'withdrawn' }),
    answer('late-decline', accepted, { decision: 'declined', reason: 'noCapacity' }),
    get('GET /merges/{id}#found', `/merges/${found.id}`),
    get('GET /merges/{id}#proposed', `/merges/${proposed.id}`),
    decide('found-propose', found.id, { act: 'propose', survivor: found.own }),
    decide('found-confirm', found.id, { act: 'confirm' }),
    decide('found-reject', found.id, { act: 'reject' }),
    decide('propose', proposed.id, { act: 'propose', survivor: proposed.own }),
    decide('confirm', proposed.id, { act: 'confirm' }),
    decide('reject', proposed.id, { act: 'reject' }),
    settle('confirm'),
    settle('withdraw'),
  ];
}
