import type { CaseView } from '@kaerimichi/contracts';
import { daysBetween } from '@kaerimichi/discharge';
import { Link } from 'react-router';
import { useToday } from '../../app/workplace.tsx';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import type { Said } from './said-of.ts';
import './team.css';
import type { Candidate, TeamRow } from './team-rows.ts';

type Props = {
  readonly view: CaseView;
  readonly title: string;
  readonly row: TeamRow;
  readonly said: ReadonlyMap<string, Said>;
  readonly names: Readonly<Record<string, string>>;
};

/** The candidates for one function beside each other: who, since when, what they answered, and how to reach them. */
export function CandidateTable({ view, title, row, said, names }: Props) {
  const { say } = useSpeech();
  const around = { view, row, names };
  return (
    <div className="table-frame">
      <table className="table team-table">
        <caption className="hidden-visually">{say('team.caption', { what: title })}</caption>
        <thead>
          <tr>
            <th scope="col">{say('team.who')}</th>
            <th scope="col">{say('team.answer')}</th>
            <th scope="col">{say('team.since')}</th>
            <th scope="col">{say('team.conditions')}</th>
            <th scope="col">{say('team.reach')}</th>
          </tr>
        </thead>
        <tbody>
          {row.candidates.map(candidate => (
            <CandidateRow key={candidate.id} candidate={candidate} said={said.get(candidate.id)} {...around} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type RowProps = Pick<Props, 'view' | 'row' | 'names'> & {
  readonly candidate: Candidate;
  readonly said: Said | undefined;
};

function CandidateRow({ view, row, names, candidate, said }: RowProps) {
  const { say, code } = useSpeech();
  const { org, state } = candidate;
  const who = (org ? names[org] : said?.outside) ?? say('team.outside');
  return (
    <tr>
      <th scope="row">{who}</th>
      <td data-label={say('team.answer')}>
        <span className="tag">{code('teamState', state)}</span>
        {said?.declineReason && <p className="small">{code('declineReason', said.declineReason)}</p>}
      </td>
      <td data-label={say('team.since')}>
        <Waiting candidate={candidate} />
      </td>
      <td data-label={say('team.conditions')} className="as-written">
        {said?.note ?? <span className="muted">{say('common.none')}</span>}
      </td>
      <td data-label={say('team.reach')}>
        <Reaching view={view} row={row} candidate={candidate} who={who} />
      </td>
    </tr>
  );
}

/** Since when, the days waited, and by when a reply was wanted. */
function Waiting({ candidate: { state, askedOn, answeredOn, replyBy } }: { candidate: Candidate }) {
  const { say, language } = useSpeech();
  const today = useToday();
  const day = (on: string) => shortDay(on, language, today);
  const waited = askedOn ? daysBetween(askedOn, answeredOn ?? today) : null;
  return (
    <>
      {askedOn && <p>{say('team.asked', { day: day(askedOn) })}</p>}
      {answeredOn && state !== 'asked' && <p>{say('team.answered', { day: day(answeredOn) })}</p>}
      {waited !== null && <p className="small">{say('team.waited', { days: waited })}</p>}
      {replyBy && state === 'asked' && (
        <p className="small">{say(replyBy < today ? 'team.replyOver' : 'team.replyBy', { day: day(replyBy) })}</p>
      )}
    </>
  );
}

type ReachProps = Pick<RowProps, 'view' | 'row' | 'candidate'> & { readonly who: string };

/** Telephone, and for the lead what came by it. */
function Reaching({ view, row, candidate, who }: ReachProps) {
  const { say } = useSpeech();
  const telephone = view.people.telephones[candidate.org ?? ''];
  const records = view.class === 'full' && view.can.includes('candidate.answered') && candidate.state === 'asked';
  const form = (more: Record<string, string> = {}) =>
    `/cases/${view.id}/record/candidate.answered?${new URLSearchParams({ candidateId: candidate.id, ...more })}`;
  return (
    <>
      {telephone && (
        <p>
          <a className="unbroken" href={`tel:${telephone}`}>
            {telephone}
          </a>
        </p>
      )}
      {records && (
        <p>
          <Link to={form()} aria-label={say('team.recordOf', { who })}>
            {say('team.record')}
          </Link>
        </p>
      )}
      {records && row.state === 'accepted' && (
        <p>
          <Link to={form({ answer: 'ended' })} aria-label={say('team.notThisTimeOf', { who })}>
            {say('team.notThisTime')}
          </Link>
        </p>
      )}
      {!telephone && !records && <span className="muted">{say('common.none')}</span>}
    </>
  );
}
