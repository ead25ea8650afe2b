import type { CaseView } from '@kaerimichi/contracts';
import type { ReactNode } from 'react';
import { useHistory, useTransitions } from '../../api/queries.ts';
import { useToday, useWorkplace } from '../../app/workplace.tsx';
import { childAge, childCalled } from '../../parts/child-words.ts';
import { longDay, shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { nextWords } from '../board/columns.ts';
import { teamRows } from '../team/team-rows.ts';
import { contactGroups } from './contact-groups.ts';
import { type Contact, contactsOf } from './contacts-of.ts';
import { dutyLine } from './duty-words.ts';
import { fitLines } from './fit-lines.ts';
import { holdsOf } from './holds-of.ts';
import { PaperFoot, RunningHead } from './paper-head.tsx';
import { useDuty } from './use-duty.ts';
import { useNames } from './use-names.ts';
import { useToldTurn } from './use-told-turn.ts';
import { WeightNote } from './weight-note.tsx';

/** Room on the one page, in lines of so many full-width characters. */
const WIDTH = 50;
const ROOM = { contacts: 22, conditions: 7, team: 9 };

/** ケース要約: one A4 page. Whom to call stands first, since that is what a paper is taken out for at night. */
export function SummaryPaper({ view }: { readonly view: CaseView }) {
  const { code } = useSpeech();
  return (
    <article className="paper paper-one">
      <RunningHead no={view.no} title={code('paper', 'summary')} />
      <Contacts view={view} />
      <Who view={view} />
      <Facts view={view} />
      <Conditions view={view} />
      <Team view={view} />
      <PaperFoot version={view.version} />
    </article>
  );
}

type Props = { readonly view: CaseView };

const Block = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section className="paper-block">
    <h2>{title}</h2>
    {children}
  </section>
);

/** That there is more than the page has room for: never left out in silence. */
function Rest({ n }: { readonly n: number }) {
  const { say } = useSpeech();
  return n > 0 ? <p className="paper-rest">{say('paper.more', { n })}</p> : null;
}

function Contacts({ view }: Props) {
  const { say, code } = useSpeech();
  const history = useHistory(view.id).data ?? [];
  const duty = useDutyRows(view);
  const groups = contactGroups(contactsOf(history), view);
  if (view.facts.contacts === undefined)
    return (
      <Block title={say('pane.contacts')}>
        <p>{say('part.hidden')}</p>
      </Block>
    );
  const lineOf = ({ when, topic, text }: Contact) => ({
    key: `${when} ${topic}`,
    name: [code('when', when), ...(topic ? [code('topic', topic)] : [])].join(say('common.listMark')),
    text: text ?? say('part.hidden'),
  });
  const lines = groups.flatMap(({ when, entries, gaps }) => [
    ...entries.map(lineOf),
    ...(gaps.includes(null) ? [{ key: when, name: code('when', when), text: say('contact.open') }] : []),
  ]);
  const { shown, left } = fitLines([...lines, ...duty], {
    lines: ROOM.contacts,
    width: WIDTH - 10,
    textOf: ({ text }) => text,
  });
  return (
    <Block title={say('pane.contacts')}>
      <Rows rows={shown} />
      <Rest n={left} />
    </Block>
  );
}

/** Who is on duty when it is printed and the day after, one line for each organisation. */
function useDutyRows(view: CaseView) {
  const speech = useSpeech();
  const { data } = useDuty(view);
  return (data?.orgs ?? []).map(({ org, name, shifts }) => ({
    key: `duty ${org}`,
    name: speech.say('duty.of', { org: name }),
    text: dutyLine(shifts, data?.today ?? '', speech),
  }));
}

type Row = { readonly key: string; readonly name: string; readonly text: ReactNode };

const Rows = ({ rows }: { readonly rows: readonly Row[] }) => (
  <dl className="paper-rows">
    {rows.map(({ key, name, text }) => (
      <div key={key}>
        <dt>{name}</dt>
        <dd className="as-written">{text}</dd>
      </div>
    ))}
  </dl>
);

/** `石井 そら さん(いしい そら)・1歳2か月・女・K-0142`, and what she needs. */
function Who({ view }: Props) {
  const speech = useSpeech();
  const { say, code, language } = speech;
  const today = useToday();
  const { card } = view;
  const { child } = view.people;
  const kana = [child?.familyKana, child?.givenKana].filter(Boolean).join(' ');
  const called = childCalled(card, speech) ?? say('case.nameless', { no: view.no });
  const said = [
    `${called}${kana ? say('case.kana', { kana }) : ''}`,
    childAge(card, speech, today),
    child && child.sex !== 'unknown' ? code('sex', child.sex) : '',
    child?.bornOn ? say('case.born', { day: longDay(child.bornOn, language) }) : '',
    child?.hospitalNumber ? say('case.hospitalNumber', { number: child.hospitalNumber }) : '',
    view.no,
  ];
  return (
    <Block title={say('paper.who')}>
      <p className="paper-name">{said.filter(Boolean).join(say('common.listMark'))}</p>
      <p>
        {say('chart.row', {
          label: code('fact', 'needs'),
          value: card.needs.map(need => code('need', need)).join(say('common.listMark')) || say('common.none'),
        })}
      </p>
      <p>
        <WeightNote view={view} />
      </p>
    </Block>
  );
}

function Facts({ view }: Props) {
  const speech = useSpeech();
  const { say, code, pick, language } = speech;
  const { pathway } = useWorkplace();
  const today = useToday();
  const turnOf = useToldTurn(view);
  const { card } = view;
  const stage = pathway.stages.find(({ id }) => id === view.stage);
  const holds = holdsOf(view).map(hold => code('code', hold.code));
  const due = card.due && `${shortDay(card.due.on, language, today)} ${code('dueKind', card.due.kind)}`;
  const rows: Row[] = [
    { key: 'stage', name: say('path.stage'), text: stage ? pick(stage.label) : '' },
    { key: 'next', name: say('facts.next'), text: nextWords(pathway, card.next, speech) || say('common.none') },
    {
      key: 'turn',
      name: say('facts.turn'),
      text: turnOf(card.turn),
    },
    { key: 'due', name: say('facts.due'), text: due ?? say('due.none') },
  ];
  return (
    <Block title={say('paper.now')}>
      <Rows
        rows={[
          ...rows,
          ...(holds.length > 0
            ? [{ key: 'holds', name: say('hold.title'), text: holds.join(say('common.listMark')) }]
            : []),
        ]}
      />
    </Block>
  );
}

function Conditions({ view }: Props) {
  const { say } = useSpeech();
  const forward = useTransitions(view.id).data?.find(transition => transition.forward);
  if (!forward) return null;
  const { done, reasons } = forward;
  const { shown, left } = fitLines(reasons, { lines: ROOM.conditions, width: WIDTH, textOf: ({ text }) => text });
  return (
    <Block title={say('condition.title', { done: done.length, all: done.length + reasons.length })}>
      <ul className="paper-ticks">
        {shown.map(({ code, text }) => (
          <li key={code}>{text}</li>
        ))}
      </ul>
      <Rest n={left} />
    </Block>
  );
}

function Team({ view }: Props) {
  const { say, code } = useSpeech();
  const names = useNames(view, { withDirectory: true });
  const { orgs, telephones } = view.people;
  const rows = teamRows(view).flatMap(({ function: id, state, holders }): Row[] => {
    // Paper has room for who is there and who was asked.
    if (state === 'notNeeded' || state === 'open') return [];
    const said = holders.map(({ org }) =>
      org ? [names[org] ?? orgs[org], telephones[org]].filter(Boolean).join(' ') : say('paper.outside'),
    );
    return [{ key: id, name: code('function', id), text: said.join(say('common.listMark')) || say('paper.undecided') }];
  });
  if (rows.length === 0) return null;
  const { shown, left } = fitLines(rows, { lines: ROOM.team, width: WIDTH - 10, textOf: ({ text }) => String(text) });
  return (
    <Block title={say('contact.team')}>
      <Rows rows={shown} />
      <Rest n={left} />
    </Block>
  );
}
