import { aCase, type Story } from './a-case.ts';

const station = { id: 'a-station', function: 'visitingNurse', organisation: 'org-nozomi', required: true };
const seats = [station, { id: 'a-clinic', function: 'homePhysician' }, { id: 'a-family', function: 'family' }];
const k1 = { conferenceId: 'k1' };
const both = (first: string, second: string) => [
  { slot: 's1', answer: first },
  { slot: 's2', answer: second },
];

/** A joint conference from its proposed times to the minutes that everybody has confirmed; the clinic comes as a guest. */
export const askedHeldAndConfirmed = () => confirmed(planned());

const planned = () =>
  aCase()
    .goesTo('preparing')
    .prepares()
    .sends('dsn', 'conference.convened')
    .sends('dsn', 'conference.polled', {
      ...{ ...k1, conferenceKind: 'joint', asked: seats, interpreting: 'interpreterWanted' },
      slots: [
        { id: 's1', slotOn: '@40', slotAt: '15:00' },
        { id: 's2', slotOn: '@41', slotAt: '10:00' },
      ],
    })
    .sends('dsn', 'conference.askedAgain', { ...k1, askedId: 'a-station' }, { refused: 'seat.askedToday' })
    .sends(
      'hvn',
      'conference.answered',
      { ...k1, askedId: 'a-clinic', answers: both('fits', 'fits') },
      { refused: 'seat.notYours' },
    )
    .sends('hvn', 'conference.answered', {
      ...k1,
      askedId: 'a-station',
      answers: both('fitsNot', 'fits'),
      comment: '午前なら',
    })
    .waits(1)
    .sends('dsn', 'conference.askedAgain', { ...k1, askedId: 'a-clinic' })
    .sends('clock', 'conference.guestAnswered', { ...k1, askedId: 'a-clinic', answers: both('fitsMaybe', 'fits') })
    .sends('dsn', 'conference.planned', { ...k1, conferenceKind: 'joint', plannedOn: '@41', startsAt: '10:00' })
    .sends(
      'hvn',
      'conference.answered',
      { ...k1, askedId: 'a-station', answers: both('fits', 'fits') },
      { refused: 'conference.notPolled' },
    );

const confirmed = (child: Story) =>
  child
    .sends('dsn', 'conference.agendaWritten', {
      ...k1,
      agenda: [{ id: 'g1', what: '経過', takes: 10, presenter: 'attendingDoctor' }],
    })
    .sends('dsn', 'conference.noted', {
      ...k1,
      decisions: [{ id: 'd1', what: '退院は月末' }],
      actionItems: [{ id: 'i1', what: '物品の手配', owner: 'm-hvn', dueOn: '@50' }],
    })
    .sends('dsn', 'conference.held', {
      ...k1,
      attended: ['visitingNurse', 'homePhysician'],
      online: ['homePhysician'],
      actionItems: [],
    })
    .sends('dsn', 'minutes.drafted', { ...k1, minutes: '書きかけ', unfinished: true })
    .sends('doctor', 'minutes.approved', k1, { refused: 'minutes.unfinished' })
    .sends('dsn', 'minutes.drafted', { ...k1, minutes: '記録' })
    .sends('dsn', 'minutes.shared', k1, { refused: 'minutes.notApproved' })
    .sends('doctor', 'minutes.approved', k1)
    .sends('dsn', 'minutes.shared', k1)
    .sends('hvn', 'minutes.confirmed', { ...k1, askedId: 'a-station' })
    .sends('hvn', 'minutes.confirmed', { ...k1, askedId: 'a-station' }, { refused: 'minutes.confirmed' })
    .sends('clock', 'minutes.guestConfirmed', { ...k1, askedId: 'a-clinic' })
    .sends('dsn', 'minutes.supplemented', { ...k1, addendum: '電話番号の訂正' });
