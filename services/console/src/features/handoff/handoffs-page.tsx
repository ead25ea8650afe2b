import type { HandoffRow, ReviewCounts } from '@kaerimichi/contracts';
import { daysBetween } from '@kaerimichi/discharge';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { routes } from '../../api/routes.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { useApi } from '../../app/services.tsx';
import { useCardChanges } from '../../app/use-card-changes.ts';
import { useToday } from '../../app/workplace.tsx';
import { CaseName } from '../../parts/case-name.tsx';
import { DeadlineChip } from '../../parts/chips.tsx';
import { Patience } from '../../parts/patience.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import '../case/case.css';
import { finishedLast } from './finished-last.ts';
import './handoff.css';
import { HeardForm } from './heard-form.tsx';
import { type Box, openingBox, sideOf } from './opening-box.ts';
import { statusWords, turnKey } from './status-words.ts';

/** 引き継ぎ一覧: what was received and what was sent, whose turn it is first; opened where something waits. */
export function HandoffsPage() {
  const { say } = useSpeech();
  const [search] = useSearchParams();
  const asked = search.get('box');
  const chosen = asked === 'in' || asked === 'out' ? asked : null;
  usePageTitle(say('nav.handoffs'));
  const boxes = { in: useBox('in'), out: useBox('out') };
  useCardChanges(() => {
    void boxes.in.refetch();
    void boxes.out.refetch();
  });
  const box = useOpenedBox(chosen, boxes);
  const listed = boxes[box ?? 'in'];
  const fault = box ? listed : boxes.in.error ? boxes.in : boxes.out;
  return (
    <div className="page stack">
      <h1>{say('nav.handoffs')}</h1>
      <nav className="tabs" aria-label={say('handoff.boxes')}>
        {(['in', 'out'] as const).map(name => (
          <Link key={name} to={`/handoffs?box=${name}`} aria-current={name === box ? 'page' : undefined}>
            {say(`handoff.box.${name}`)}
          </Link>
        ))}
      </nav>
      <ProblemNote error={fault.error} onRetry={() => void Promise.all([boxes.in.refetch(), boxes.out.refetch()])} />
      {(!box || listed.isPending) && !fault.error && <Patience look="part" />}
      {box && listed.data && (
        <BoxRows
          box={box}
          listed={listed.data}
          others={boxes[box === 'in' ? 'out' : 'in'].data?.handoffs.length ?? 0}
        />
      )}
      <HeardForm />
    </div>
  );
}

function useBox(box: Box) {
  const api = useApi();
  return useQuery({
    queryKey: ['handoffs', box],
    queryFn: ({ signal }) => api.call(routes.handoffs, { query: { box }, signal }),
  });
}

/** The box of the address, else the one that is opened with; that one stays, whatever comes. null: not known yet. */
function useOpenedBox(chosen: Box | null, boxes: Readonly<Record<Box, ReturnType<typeof useBox>>>): Box | null {
  const [opened, setOpened] = useState<Box | null>(null);
  const [received, sent] = [boxes.in.data, boxes.out.data];
  if (!chosen && !opened && received && sent) setOpened(openingBox({ in: received.handoffs, out: sent.handoffs }));
  return chosen ?? opened;
}

type BoxProps = {
  readonly box: Box;
  readonly listed: {
    readonly handoffs: readonly HandoffRow[];
    readonly more: boolean;
    readonly reviews: ReviewCounts | null;
  };
  /** How many there are in the other box. */
  readonly others: number;
};

function BoxRows({ box, listed, others }: BoxProps) {
  const { say } = useSpeech();
  const rows = finishedLast(listed.handoffs);
  const other = box === 'in' ? 'out' : 'in';
  return (
    <>
      {listed.more && <p className="small muted">{say('handoff.moreInBox')}</p>}
      {listed.reviews && <Reviews counts={listed.reviews} />}
      {rows.length > 0 && <Rows rows={rows} side={sideOf(box)} />}
      {rows.length === 0 && <p className="muted">{say(`handoff.noneIn.${box}`)}</p>}
      {rows.length === 0 && others > 0 && (
        <p>
          <Link to={`/handoffs?box=${other}`}>{say(`handoff.seeIn.${other}`, { n: others })}</Link>
        </p>
      )}
    </>
  );
}

/** What receivers said after first visits: the sections that differ most are what the next handoff says better. */
function Reviews({ counts: { informed, differed } }: { readonly counts: ReviewCounts }) {
  const { say, code } = useSpeech();
  const mark = say('common.listMark');
  const said = Object.entries(informed).map(([how, n]) => say('handoff.reviewCount', { what: code('item', how), n }));
  const sections = differed.map(({ section, n }) => say('handoff.reviewCount', { what: code('section', section), n }));
  return (
    <p className="small">
      {say('handoff.reviewsSaid', { said: said.join(mark) })}
      {sections.length > 0 && ` ${say('handoff.reviewsDiffered', { sections: sections.join(mark) })}`}
    </p>
  );
}

type Props = { readonly rows: readonly HandoffRow[]; readonly side: 'sender' | 'receiver' };

function Rows({ rows, side }: Props) {
  const { say } = useSpeech();
  return (
    <div className="table-frame">
      <table className="table handoff-table">
        <caption className="hidden-visually">{say('nav.handoffs')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('handoff.status')}</th>
            <th scope="col">{say('handoff.case')}</th>
            <th scope="col">{say('handoff.with')}</th>
            <th scope="col">{say('handoff.turn')}</th>
            <th scope="col">{say('handoff.due')}</th>
            <th scope="col">{say('handoff.openQuestions')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <Row key={`${row.caseId} ${row.id}`} row={row} side={side} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, side }: { readonly row: HandoffRow; readonly side: Props['side'] }) {
  const speech = useSpeech();
  const { say } = speech;
  const today = useToday();
  const turn = turnKey(row.turn, side);
  const days = row.turn && row.turnedOn ? daysBetween(row.turnedOn, today) : 0;
  const cell = (key: Parameters<typeof say>[0]) => ({ 'data-label': say(key) });
  return (
    <tr>
      <td {...cell('handoff.status')}>
        <span className="tag">{statusWords(row, speech)}</span>
      </td>
      <th scope="row">
        <Link className="handoff-case" to={`/cases/${row.caseId}/handoffs/${row.id}`}>
          <CaseName card={row.card} />
        </Link>
      </th>
      <td {...cell('handoff.with')}>{row.with?.name ?? say('handoff.outsideNetwork')}</td>
      <td {...cell('handoff.turn')}>
        {turn && say(turn)}
        {turn && days > 0 && <span className="small muted unbroken"> {say('handoff.days', { days })}</span>}
      </td>
      <td {...cell('handoff.due')}>{row.replyDueOn && <DeadlineChip on={row.replyDueOn} today={today} />}</td>
      <td {...cell('handoff.openQuestions')}>
        {row.openQuestions > 0 && <strong>{say('handoff.questions', { n: row.openQuestions })}</strong>}
      </td>
    </tr>
  );
}
