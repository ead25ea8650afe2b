import type { CaseView } from '@kaerimichi/contracts';
import { daysBetween } from '@kaerimichi/discharge';
import { Link } from 'react-router';
import { useToday } from '../../app/workplace.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { isOffered } from '../case/case-frame.tsx';
import type { Said } from './said-of.ts';
import { peopleFor, seenBy } from './seen-by.ts';
import './team.css';
import type { TeamRow } from './team-rows.ts';

type Props = {
  readonly view: CaseView;
  readonly rows: readonly TeamRow[];
  readonly said: ReadonlyMap<string, Said>;
  readonly names: Readonly<Record<string, string>>;
};

/** Every part of the team in one table: where it stands, who has it, how to reach them and what they may see. */
export function TeamTable({ rows, ...around }: Props) {
  const { say, code } = useSpeech();
  return (
    <div className="table-frame">
      <table className="table team-table">
        <caption className="hidden-visually">{code('tab', 'team')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('team.part')}</th>
            <th scope="col">{say('team.state')}</th>
            <th scope="col">{say('team.who')}</th>
            <th scope="col">{say('team.reach')}</th>
            <th scope="col">{say('team.sees')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <PartRow key={row.function} row={row} {...around} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type RowProps = Omit<Props, 'rows'> & { readonly row: TeamRow };

function PartRow({ view, row, said, names }: RowProps) {
  const { say, code } = useSpeech();
  const orgs = row.holders.flatMap(({ org }) => org ?? []);
  const telephones = orgs.flatMap(org => view.people.telephones[org] ?? []);
  return (
    <tr>
      <th scope="row">{code('function', row.function)}</th>
      <td data-label={say('team.state')}>
        <State view={view} row={row} said={said} />
      </td>
      <td data-label={say('team.who')}>
        {row.holders.map(({ id, org }) => (
          <div key={id}>
            <p>{(org ? names[org] : said.get(id)?.outside) ?? say('team.outside')}</p>
            {org && <People names={peopleFor(view.people.members, org, row.function)} />}
          </div>
        ))}
      </td>
      <td data-label={say('team.reach')}>
        {[...new Set(telephones)].map(telephone => (
          <p key={telephone}>
            <a className="unbroken team-call" href={`tel:${telephone}`}>
              {telephone}
            </a>
          </p>
        ))}
      </td>
      <td data-label={say('team.sees')}>
        {orgs.map(org => (
          <Sight key={org} view={view} org={org} who={names[org] ?? org} />
        ))}
      </td>
    </tr>
  );
}

/** So many are named; the others are counted. */
const MOST_NAMED = 3;

function People({ names }: { names: readonly string[] }) {
  const { say } = useSpeech();
  if (names.length === 0) return null;
  const more = names.length - MOST_NAMED;
  return (
    <p className="small">
      {names.slice(0, MOST_NAMED).join(say('common.listMark'))}
      {more > 0 && ` ${say('common.andMore', { n: more })}`}
    </p>
  );
}

/** 返事待ち 3日, 辞退(空きがない): what there is to know of a state beside its word; and the way to ask. */
function State({ view, row, said }: Pick<RowProps, 'view' | 'row' | 'said'>) {
  const { say, code } = useSpeech();
  const today = useToday();
  const title = code('function', row.function);
  const asked = row.candidates.flatMap(({ state, askedOn }) => (state === 'asked' && askedOn ? [askedOn] : []));
  const [first] = asked.sort();
  const reasons = row.candidates.flatMap(({ id, state }) =>
    state === 'declined' ? (said.get(id)?.declineReason ?? []) : [],
  );
  const mayAsk = view.can.includes('candidate.asked') && row.state !== 'accepted' && row.state !== 'notNeeded';
  return (
    <>
      <span className="tag">{code('teamState', row.state)}</span>
      {row.state === 'asked' && first && (
        <p className="small">{say('team.waiting', { n: asked.length, days: daysBetween(first, today) })}</p>
      )}
      {row.state === 'declined' && reasons.length > 0 && (
        <p className="small">
          {[...new Set(reasons)].map(reason => code('declineReason', reason)).join(say('common.listMark'))}
        </p>
      )}
      {mayAsk && (
        <p>
          <Link
            className="button button-small unbroken"
            to={`/cases/${view.id}/record/candidate.asked?${new URLSearchParams({ function: row.function })}`}
            aria-label={say('team.askFor', { what: title })}
          >
            {say(row.candidates.length > 0 ? 'team.askMore' : 'team.ask')}
          </Link>
        </p>
      )}
    </>
  );
}

/** What an organisation may see, and the way to where that is decided. */
function Sight({ view, org, who }: { readonly view: CaseView; readonly org: string; readonly who: string }) {
  const { say, code } = useSpeech();
  const seen = seenBy(view, org, useToday());
  if (seen === null) return null;
  const words =
    seen === 'all'
      ? say('team.seesAll')
      : seen.map(category => code('category', category)).join(say('common.listMark')) || say('team.seesNumber');
  if (!isOffered('sharing', view)) return <p className="small">{words}</p>;
  return (
    <p className="small">
      <Link to={`/cases/${view.id}/sharing`} aria-label={say('team.seesOf', { who, what: words })}>
        {words}
      </Link>
    </p>
  );
}
