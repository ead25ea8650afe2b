import type { CaseView } from '@kaerimichi/contracts';
import { Link } from 'react-router';
import { useHistory } from '../../api/queries.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { useNames } from '../case/use-names.ts';
import { CandidateTable } from './candidate-table.tsx';
import { saidOf } from './said-of.ts';
import { teamRows } from './team-rows.ts';
import { TeamTable } from './team-table.tsx';

/** 支援チーム: who takes which part, who was asked and what they said; several candidates stand beside each other. */
export function TeamTab({ view }: { view: CaseView }) {
  const { say, code } = useSpeech();
  const history = useHistory(view.id);
  const names = useNames(view);
  const rows = teamRows(view);
  const said = saidOf(history.data ?? []);
  const asked = rows.filter(({ candidates }) => candidates.length > 0);
  return (
    <section className="stack">
      <div className="row spread">
        <h2>{code('tab', 'team')}</h2>
        {view.can.includes('candidate.asked') && (
          <Link className="button" to={`/cases/${view.id}/record/candidate.asked`}>
            {say('team.ask')}
          </Link>
        )}
      </div>
      <ProblemNote error={history.error} onRetry={() => void history.refetch()} />
      <TeamTable view={view} rows={rows} said={said} names={names} />
      {asked.length > 0 && <h2>{say('team.enquiries')}</h2>}
      {asked.map(row => {
        const title = code('function', row.function);
        return (
          <section className="panel stack-tight" key={row.function}>
            <h3>
              {title} <span className="tag">{code('teamState', row.state)}</span>
            </h3>
            <CandidateTable view={view} title={title} row={row} said={said} names={names} />
          </section>
        );
      })}
    </section>
  );
}
