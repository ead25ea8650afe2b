import { aCase, type Story } from './a-case.ts';

/** What the clock says, what is moved and reminded of before it does, and rules that come into force meanwhile. */
export const storiesOfTime: Readonly<Record<string, () => Story>> = {
  'reminded-moved-and-told-one-level-up': () =>
    aCase()
      .goesTo('planning')
      .sends('dsn', 'hold.added', { holdId: 'h1', code: 'housing', recheckOn: '@14' })
      .sends('dsn', 'task.dueMoved', { task: 'hold.h1', dueOn: '@16', reason: '工事が延びた' })
      .waits(10)
      .sends('clock', 'due.reminded')
      .sends('clock', 'due.reminded', {}, { refused: 'due.noReminder' })
      .waits(6)
      .sends('clock', 'due.escalated')
      .sends('dsn', 'hold.removed', { holdId: 'h1' })
      .sends('clock', 'due.escalated', {}, { refused: 'due.noneMissed' }),

  'answers-that-did-not-come': () =>
    aCase()
      .goesTo('preparing')
      .sends('dsn', 'candidate.asked', {
        ...{ candidateId: 't-station', function: 'visitingNurse', organisation: 'org-nozomi' },
      })
      .waits(1)
      .sends('clock', 'answer.reminded', {}, { refused: 'answer.noReminder' })
      .sends('clock', 'answer.escalated', {}, { refused: 'answer.noneMissing' })
      .waits(2)
      .sends('clock', 'answer.reminded')
      .sends('clock', 'answer.reminded', {}, { refused: 'answer.noReminder' })
      .waits(1)
      .sends('clock', 'answer.escalated')
      .sends('hvn', 'candidate.answered', { candidateId: 't-station', answer: 'accepted' })
      .sends('clock', 'answer.escalated', {}, { refused: 'answer.noneMissing' }),

  'a-date-that-came-into-view': () =>
    aCase({ bornOn: '2014-03-20' })
      .waits(43)
      .sends('clock', 'due.neared')
      .sends('clock', 'due.neared', {}, { refused: 'due.none' }),

  'rules-adopted-on-the-way': () =>
    aCase()
      .sends('clock', 'rules.adopted', { lead: 'org-kodomo', version: 1, skillDays: 30, stageDays: { planning: 10 } })
      .sends('clock', 'rules.adopted', { lead: 'org-kodomo', version: 1 }, { refused: 'rules.known' })
      .sends('clock', 'rules.adopted', { lead: 'org-chiiki', version: 2 }, { refused: 'rules.otherLead' })
      .goesTo('jointConference')
      .sends('clock', 'rules.adopted', { lead: 'org-kodomo', version: 2, off: ['trialStaySucceeded'] })
      .prepares()
      .sends('dsn', 'preparation.closed'),

  'called-answered-and-reminded': () => {
    const child = aCase()
      .goesTo('preparing')
      .sends('dsn', 'candidate.asked', {
        ...{ candidateId: 't-station', function: 'visitingNurse', organisation: 'org-nozomi', replyBy: '@12' },
      })
      .waits(1)
      .sends('dsn', 'task.reminded', { task: 'enquiry.t-station' })
      .sends('dsn', 'task.reminded', { task: 'enquiry.t-station' }, { refused: 'task.remindedToday' })
      .sends('dsn', 'note.addressed', { visibility: 'ownHouse', note: '外泊の許可を', mentions: ['m-doctor'] });
    const seq = child.seq();
    return child
      .sends('dsn', 'note.revised', {
        seq,
        visibility: 'ownHouse',
        note: '外泊の許可を、金曜までに',
        mentions: ['m-doctor'],
      })
      .sends('doctor', 'mention.answered', { seq })
      .sends('doctor', 'mention.answered', { seq }, { refused: 'mention.none' });
  },

  'an-item-given-to-somebody': () =>
    aCase()
      .goesTo('jointConference')
      .sends('dsn', 'conference.planned', { conferenceId: 'k1', conferenceKind: 'joint', plannedOn: '@33' })
      .waits(3)
      .sends('dsn', 'conference.held', {
        ...{
          conferenceId: 'k1',
          attended: ['visitingNurse', 'family'],
          dischargeOn: '@42',
          actionItems: [{ id: 'a1' }],
        },
      })
      .sends('dsn', 'minutes.drafted', { conferenceId: 'k1', minutes: '記録' })
      .sends('doctor', 'minutes.approved', { conferenceId: 'k1' })
      .sends('dsn', 'preparation.closed', {}, { refused: 'actionItemsOwned' })
      .sends('dsn', 'actionItem.assigned', { actionItemId: 'a1', owner: 'm-dsn', dueOn: '@40' })
      .sends('dsn', 'preparation.closed'),

  'ended-by-a-signed-reason': () =>
    aCase({ bornOn: '2013-01-20' })
      .goesTo('stableAtHome')
      .prepares()
      .sends('clock', 'adult.prompted')
      .sends('dsn', 'case.completed', {}, { refused: 'adultClosedOrReason' })
      .sends('doctor', 'adult.reasonSigned', { reason: '13歳、まだ早い' })
      .sends('dsn', 'case.completed'),
};
