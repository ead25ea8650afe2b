import type { CaseView } from '@kaerimichi/contracts';
import { Link } from 'react-router';
import { useHistory } from '../../api/queries.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { useNames } from '../case/use-names.ts';
import { CandidateTable } from './candidate-table.tsx';
import { saidOf } from './said-of.ts';
import { type TeamRow, teamRows } from './team-rows.ts';

/** 支援チーム: who takes which part, who was asked and what they said; several candidates stand beside each other. */
export function TeamTab({ view }: { view: CaseView }) {
  const { say, code } = useSpeech();
  const history = useHistory(view.id);
  const rows = teamRows(view);
  const said = saidOf(history.data ?? []);
  return (
    <section className="stack">
      <h2>{code('tab', 'team')}</h2>
      <ProblemNote error={history.error} onRetry={() => void history.refetch()} />
      {rows.length === 0 && <p className="muted">{say('team.none')}</p>}
      {rows.map(row => (
        <TeamFunction key={row.function} view={view} row={row} said={said} />
      ))}
      {view.can.includes('candidate.asked') && (
        <p>
          <Link className="button" to={`/cases/${view.id}/record/candidate.asked`}>
            {say('team.ask')}
          </Link>
        </p>
      )}
    </section>
  );
}

type FunctionProps = {
  readonly view: CaseView;
  readonly row: TeamRow;
  readonly said: ReturnType<typeof saidOf>;
};

function TeamFunction({ view, row, said }: FunctionProps) {
  const { say, code } = useSpeech();
  const names = useNames(view);
  const title = code('function', row.function);
  return (
    <section className="panel stack-tight">
      <div className="row spread">
        <h3>
          {title} <span className="tag">{code('teamState', row.state)}</span>
        </h3>
        {view.can.includes('candidate.asked') && row.state !== 'accepted' && (
          <Link
            className="button"
            to={`/cases/${view.id}/record/candidate.asked?${new URLSearchParams({ function: row.function })}`}
            aria-label={say('team.askFor', { what: title })}
          >
            {say(row.candidates.length > 0 ? 'team.askMore' : 'team.ask')}
          </Link>
        )}
      </div>
      {row.candidates.length > 0 && <CandidateTable view={view} title={title} row={row} said={said} names={names} />}
    </section>
  );
}
