import type { MergeView } from '@kaerimichi/contracts';
import { Link, useSearchParams } from 'react-router';
import { usePageTitle } from '../../app/page-title.ts';
import { useToday, useWorkplace } from '../../app/workplace.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { dayAndTime } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import '../case/case.css';
import { ProposeForm } from './propose-form.tsx';
import { type Box, useMerges } from './use-merges.ts';

/** 重複の確認: pairs of cases that may be one child, those that wait and those about which it was decided. */
export function MergesPage() {
  const { say } = useSpeech();
  const { me } = useWorkplace();
  const [search] = useSearchParams();
  const box: Box = search.get('box') === 'decided' ? 'decided' : 'open';
  const listed = useMerges(box);
  usePageTitle(say('nav.merges'));
  const merges = listed.data?.merges ?? [];
  const isHub = me.membership.org.kind === 'hub';
  return (
    <div className="page stack">
      <h1>{say('merge.title')}</h1>
      <p className="prose">{say(isHub ? 'merge.intro' : 'merge.introLead')}</p>
      <nav className="tabs" aria-label={say('merge.boxes')}>
        {boxes.map(name => (
          <Link key={name} to={`/merges?box=${name}`} aria-current={name === box ? 'page' : undefined}>
            {say(`merge.box.${name}`)}
          </Link>
        ))}
      </nav>
      <ProblemNote error={listed.error} onRetry={() => void listed.refetch()} />
      {listed.isPending && <p role="status">{say('common.loading')}</p>}
      {listed.data && merges.length === 0 && (
        <p className="muted">{say(box === 'open' ? 'merge.none' : 'merge.noneDecided')}</p>
      )}
      {merges.length > 0 && <Rows merges={merges} />}
      <ProposeForm />
    </div>
  );
}

const boxes: readonly Box[] = ['open', 'decided'];

function Rows({ merges }: { readonly merges: readonly MergeView[] }) {
  const { say, language } = useSpeech();
  const today = useToday();
  return (
    <div className="table-frame">
      <table className="table plain-table">
        <caption className="hidden-visually">{say('merge.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('merge.compare')}</th>
            <th scope="col">{say('merge.state')}</th>
            <th scope="col">{say('merge.foundAt')}</th>
          </tr>
        </thead>
        <tbody>
          {merges.map(({ id, sides: [one, other], state, foundAt }) => (
            <tr key={id} data-merge={id}>
              <th scope="row">
                <Link to={`/merges/${id}`}>{say('merge.pair', { one: one.no, other: other.no })}</Link>
              </th>
              <td data-label={say('merge.state')}>{say(`mergeState.${state}`)}</td>
              <td data-label={say('merge.foundAt')}>{dayAndTime(foundAt, language, today)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
