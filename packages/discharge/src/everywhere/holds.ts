import { about, unknownItem } from '../about.ts';
import { readsPlan } from '../consent.ts';
import { type CaseEvent, defineFact, mustBeNew, noteText, type Objection, putItem, stampOf } from '../event.ts';
import type { CaseFacts } from '../facts.ts';
import { day, holdCode, itemId } from '../vocabulary.ts';

const holdAdded = defineFact('hold.added', {
  label: { ja: '止まっている理由を加える', en: 'Add a hold reason' },
  reading: 'とまって いる りゆう を くわえる',
  alsoCalled: { ja: 'ていたい、ほりゅう', en: 'stuck' },
  told: { ja: '止まっている理由を加えた', en: 'Hold reason added' },
  category: 'plan',
  item: { field: 'holdId', isNew: 'always' },
  body: { holdId: itemId, code: holdCode, owner: itemId.optional(), recheckOn: day.describe('次の確認') },
  texts: noteText,
  objection: (facts, event) => mustBeNew(facts.holds, event.body.holdId),
  record: (facts, event) => {
    const { holdId, code, owner, recheckOn } = event.body;
    const { org } = event.by;
    const hold = {
      ...stampOf(facts, event),
      id: holdId,
      code,
      recheckOn,
      ...(owner ? { owner } : {}),
      ...(org === facts.lead ? {} : { org }),
    };
    return { ...facts, holds: putItem(facts.holds, hold) };
  },
});

/**
 * What one does not see one does not end. Whom it names, and whoever added it, can take it away all the same: a wrong one
 * is cleared by those whom it holds up.
 */
function holdObjection(facts: CaseFacts, { body, by, on }: CaseEvent<{ holdId: string }>): Objection | null {
  const hold = facts.holds.find(({ id }) => id === body.holdId);
  const isOwn = hold?.org === by.org || hold?.owner === by.membership;
  return isOwn || readsPlan(facts, by.org, on) ? null : unknownItem(body.holdId);
}

const holdRemoved = defineFact('hold.removed', {
  label: { ja: '止まっている理由をはずす', en: 'Remove a hold reason' },
  reading: 'とまって いる りゆう を はずす',
  alsoCalled: { ja: 'ていたい、ほりゅう', en: 'stuck' },
  told: { ja: '止まっている理由をはずした', en: 'Hold reason removed' },
  category: 'plan',
  body: { holdId: itemId },
  texts: noteText,
  about: about('holds', 'holdId'),
  objection: holdObjection,
  record: (facts, event) => ({ ...facts, holds: facts.holds.filter(hold => hold.id !== event.body.holdId) }),
});

export const holdEvents = [holdAdded, holdRemoved] as const;
