import type { LoadedCase } from '@kaerimichi/casework';
import { addDays, type CaseFacts } from '@kaerimichi/discharge';
import { memberOf } from '../people.ts';
import type { DayAct, DayTimes, ScriptedDay } from './scripted-day.ts';

/** Which one closes: seven children's hospital cases and others want its nurses. */
const CLOSING = 'org-nozomi';
const HOLD = 'station';
const CANDIDATE = 't-anew';
const CONSENT = 'c-anew';
const HANDOFF = 'h-anew';
const MIO = 'K-0098';

/** Who is asked instead: the first of the town takes one child, the next ones more, and the last does not answer. */
const others = ['org-aozora', 'org-nagisa', 'org-suzuran'] as const;
/** Whom the one that has little room takes. */
const TAKEN = 'K-0142';

const left = ({ team }: CaseFacts) => team.find(({ org, state }) => org === CLOSING && state === 'ended');
const isLed = ({ facts }: LoadedCase) => facts.lead === 'org-kodomo' && !facts.closing;
const isAsked = ({ team }: CaseFacts) => team.some(({ id }) => id === CANDIDATE);

/** Of those led here: without a station since that day, and with care at home planned. */
const isBereft = (loaded: LoadedCase): boolean =>
  isLed(loaded) &&
  left(loaded.facts) !== undefined &&
  loaded.facts.plan?.homeNursing === true &&
  !loaded.facts.team.some(({ function: part, state }) => part === 'visitingNurse' && state === 'accepted');

/** By its number, so that it is the same one each time; never one that has declined this child. */
function instead({ no, facts }: LoadedCase): string {
  const open = others.filter(
    org => !facts.team.some(entry => entry.id !== CANDIDATE && entry.org === org && entry.state === 'declined'),
  );
  if (no === TAKEN) return others[0];
  if (no === MIO || no === 'K-0077') return others[1];
  return open[Number(no.slice(-1)) % open.length] ?? others[1];
}

const enquiryOf = ({ team }: CaseFacts) => team.find(({ id }) => id === CANDIDATE);
const isWaiting = ({ facts }: LoadedCase, org: string) =>
  enquiryOf(facts)?.org === org && enquiryOf(facts)?.state === 'asked';

const answers = (by: string, org: string, which: (no: string) => boolean, body: Record<string, unknown>): DayAct => ({
  by,
  type: 'candidate.answered',
  isDue: (loaded, { today, begun }) => begun !== null && today > begun && isWaiting(loaded, org) && which(loaded.no),
  body: () => ({ candidateId: CANDIDATE, ...body }),
});

const byNurse = (type: string, isDue: DayAct['isDue'], body: DayAct['body']): DayAct => ({
  by: 'dsn',
  type,
  isDue,
  body,
});

const isTaken = ({ facts }: LoadedCase) => enquiryOf(facts)?.state === 'accepted';
const stoppedHandoff = ({ facts }: LoadedCase) =>
  facts.handoffs.find(({ org, status }) => org === CLOSING && !['declined', 'withdrawn', 'closed'].includes(status));
const newHandoff = ({ handoffs }: CaseFacts) => handoffs.find(({ id }) => id === HANDOFF);
const visitAhead = ({ facts }: LoadedCase, { begun }: DayTimes) =>
  facts.visits.find(
    ({ round, recordedBy, seq }) =>
      round === facts.round && recordedBy.length === 0 && seq < (enquiryOf(facts)?.seq ?? 0) && begun !== null,
  );

/** 訪問看護ステーションの休止: one station leaves all its cases at once, and each has to find another way. */
export const stationCloses: ScriptedDay = {
  id: 'stationCloses',
  title: { ja: '訪問看護ステーションの休止', en: 'A station closes' },
  about: {
    ja: 'のぞみ訪問看護ステーションが休止し、受け持ちのすべてから離れます。引き継ぎの取り下げ、だれの何が止まるか、別のステーションへの打診と返事、新しい引き継ぎまで。',
    en: 'The のぞみ station closes and leaves every case it has. Handoffs that are withdrawn, what stands still and for whom, others that are asked, their answers, and a new handoff.',
  },
  begunOn: cases => cases.flatMap(({ facts }) => left(facts)?.answeredOn ?? []).sort()[0] ?? null,
  steps: [
    {
      what: {
        ja: 'のぞみ訪問看護ステーションが、受け持ちのすべてのお子さんについて、役割を終えることを伝えました。',
        en: 'The のぞみ station said of every child it has that it cannot go on.',
      },
      look: {
        ja: 'カードの「地域の受け手」が「準備中」に戻りました。ほかの病院のお子さんも同じです。のぞみの佐藤さんのボードからは、まもなく消えます。',
        en: 'On the board the community of each is being prepared again, in other hospitals too. They leave the station’s own board.',
      },
      acts: [
        {
          by: 'hvn',
          type: 'candidate.answered',
          isDue: ({ facts }) => !facts.closing && open(facts) !== undefined,
          body: ({ facts }) => ({
            ...{ candidateId: open(facts)?.id, answer: 'ended' },
            note: '職員が足りず、休止することになりました。引き継ぎ先が決まるまで、ご相談に応じます。',
          }),
        },
      ],
    },
    {
      what: {
        ja: 'のぞみへの引き継ぎを取り下げました。K-0098 の退院は、条件が足りず進められません。',
        en: 'Withdrew the handoffs to the station. The discharge of K-0098 is refused: conditions are missing.',
      },
      look: {
        ja: 'K-0098 の退院で足りないものと、だれが満たせるかが出ています。「引き継ぎ」は取り下げた日つきで残ります。',
        en: 'What the discharge of K-0098 wants, and who supplies it, is said. The handoff stays, as withdrawn.',
      },
      tried: byNurse(
        'discharge.done',
        ({ no, facts }) => no === MIO && facts.entry.stage === 'readyForDischarge' && !newHandoff(facts),
        () => ({ destination: 'home' }),
      ),
      acts: [
        byNurse(
          'handoff.withdrawn',
          loaded => isLed(loaded) && left(loaded.facts) !== undefined && stoppedHandoff(loaded) !== undefined,
          loaded => ({ handoffId: stoppedHandoff(loaded)?.id, note: '送り先のステーションが休止するため。' }),
        ),
      ],
    },
    {
      what: {
        ja: '訪問看護のいなくなったお子さんに、止まっている理由「訪問看護が見つからない」を加えました。',
        en: 'Put a hold on every child that is without a station now.',
      },
      look: {
        ja: 'ボードの「止まっている理由」で絞ると、だれが何で止まったかが並びます。壁面表示の数も変わります。',
        en: 'Filter the board by what stands still: it lists whom this concerns. The wall display counts them.',
      },
      acts: [
        byNurse(
          'hold.added',
          loaded => isBereft(loaded) && !isAsked(loaded.facts) && !loaded.facts.holds.some(({ id }) => id === HOLD),
          (_loaded, { today }) => ({
            ...{ holdId: HOLD, code: 'noVisitingNurse', owner: memberOf('dsn'), recheckOn: addDays(today, 7) },
            note: 'のぞみの休止。別のステーションを探している。',
          }),
        ),
      ],
    },
    {
      what: {
        ja: 'ご家族の同意をとり、別のステーション(あおぞら・なぎさ・すずらん)に打診しました。',
        en: 'With the families’ consent, asked other stations: あおぞら, なぎさ and すずらん.',
      },
      look: {
        ja: 'あおぞらの大塚さんのマイタスクに打診が届いています。同意をとった相手にだけ、お子さんが見えます。',
        en: 'The enquiries stand among the tasks of 大塚 (あおぞら). Only whom a family consented to sees its child.',
      },
      acts: [
        byNurse(
          'consent.recorded',
          loaded =>
            isBereft(loaded) && !isAsked(loaded.facts) && !loaded.facts.consents.some(({ id }) => id === CONSENT),
          (loaded, { today }) => ({
            ...{ consentId: CONSENT, scope: 'recipient', recipient: instead(loaded), purpose: 'care', from: today },
            categories: ['contacts', 'clinical', 'skills', 'plan', 'family', 'disaster'],
            ...{ givers: [{ relation: 'mother', authority: 'parental' }], method: 'paper' },
          }),
        ),
        byNurse(
          'candidate.asked',
          loaded => isBereft(loaded) && !isAsked(loaded.facts),
          (loaded, { today }) => ({
            ...{ candidateId: CANDIDATE, function: 'visitingNurse', organisation: instead(loaded) },
            ...{ replyBy: addDays(today, 5), note: 'のぞみの休止にともない、お願いできますか。' },
          }),
        ),
      ],
    },
    {
      what: { ja: '3日たちました。', en: 'Three days went by.' },
      look: {
        ja: '返事のないものは、マイタスクの「相手の番(待っている)」で、どれだけ待ったかが見えます。',
        en: 'What is not answered says under “waiting” how long.',
      },
      pushTo: begun => addDays(begun, 3),
      acts: [],
    },
    {
      what: {
        ja: '返事が来ました。なぎさは引き受け、あおぞらは K-0142 だけを引き受け(ほかは空きがなく辞退)、すずらんからはまだありません。',
        en: 'Answers came: なぎさ accepts, あおぞら takes K-0142 alone and has no room for others, すずらん has not answered.',
      },
      look: {
        ja: '引き受けのあったお子さんは「地域の受け手」が「整った」になりました。辞退のお子さんは止まったままです。',
        en: 'The community of those who were taken is ready again; the others stand still.',
      },
      acts: [
        answers('hvn2', others[0], no => no === TAKEN, { answer: 'accepted' }),
        answers('hvn2', others[0], no => no !== TAKEN, {
          ...{ answer: 'declined', declineReason: 'noCapacity' },
          note: '今月は新規の枠がありません。来月あらためてご連絡ください。',
        }),
        answers('hvn-nagisa', others[1], () => true, { answer: 'accepted', note: 'お引き受けします。' }),
      ],
    },
    {
      what: {
        ja: '引き受け先の決まったお子さんの「止まっている理由」をはずし、予定の訪問の日を改め、K-0098 の引き継ぎを新しいステーションへ送りました。',
        en: 'Removed the hold of those who were taken, dated their visits anew, and sent the handoff of K-0098 to its new station.',
      },
      look: {
        ja: 'ボードの「止まっている理由」で絞ると、まだ決まらないお子さんだけが残ります。すずらんの返事は、希望日の直前の営業日に、もう一度知らせが出ます。',
        en: 'Filtered by what stands still, the board shows whom nobody has taken yet.',
      },
      acts: [
        byNurse(
          'hold.removed',
          loaded => isLed(loaded) && isTaken(loaded) && loaded.facts.holds.some(({ id }) => id === HOLD),
          () => ({ holdId: HOLD, note: '引き受け先が決まった。' }),
        ),
        byNurse(
          'visit.planned',
          (loaded, times) => isLed(loaded) && isTaken(loaded) && visitAhead(loaded, times) !== undefined,
          (loaded, times) => {
            const visit = visitAhead(loaded, times);
            return {
              ...{ visitId: visit?.id, visitKind: visit?.kind, accompanied: visit?.accompanied },
              ...{ plannedOn: addDays(times.today, 2), note: '新しいステーションと日を改めた。' },
            };
          },
        ),
        byNurse(
          'handoff.composed',
          loaded => loaded.no === MIO && isTaken(loaded) && !newHandoff(loaded.facts),
          loaded => ({
            ...{ handoffId: HANDOFF, recipient: instead(loaded) },
            content:
              '連絡先:退院支援室。状態:安定。呼吸:補助なし、吸引は口と鼻。栄養:胃瘻、固定水5mL。薬:朝夕。緊急時:119のあと救急外来へ。',
          }),
        ),
        byNurse(
          'handoff.sent',
          ({ no, facts }) => no === MIO && newHandoff(facts)?.status === 'draft',
          () => ({ handoffId: HANDOFF }),
        ),
        {
          by: 'hvn-nagisa',
          type: 'handoff.opened',
          isDue: ({ no, facts }) => no === MIO && newHandoff(facts)?.status === 'sent',
          body: () => ({ handoffId: HANDOFF }),
        },
      ],
    },
  ],
};

/** A part that the station has, or was asked to take. */
function open({ team }: CaseFacts) {
  return team.find(({ org, state }) => org === CLOSING && (state === 'accepted' || state === 'asked'));
}
