import type { MergeRow } from '@kaerimichi/contracts';
import { Link, useSearchParams } from 'react-router';
import { usePageTitle } from '../../app/page-title.ts';
import { useToday, useWorkplace } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { Patience } from '../../parts/patience.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { dayAndTime } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import '../admin/admin.css';
import '../case/case.css';
import { ProposeForm } from './propose-form.tsx';
import { type Box, useMerges } from './use-merges.ts';

/** 同じお子さんかもしれないケース: pairs of cases that may be one child, those that wait and those about which it was decided. */
export function MergesPage() {
  const { say } = useSpeech();
  const { me } = useWorkplace();
  const [search] = useSearchParams();
  const box: Box = search.get('box') === 'decided' ? 'decided' : 'open';
  const listed = useMerges(box);
  const title = say(box === 'open' ? 'nav.merges' : 'merge.decidedTitle');
  usePageTitle(title);
  const merges = listed.data?.pages.flatMap(page => page.merges) ?? [];
  const isHub = me.membership.org.kind === 'hub';
  return (
    <div className="page stack">
      <h1>{title}</h1>
      <p className="prose">
        {say(box === 'decided' ? 'merge.introDecided' : isHub ? 'merge.intro' : 'merge.introLead')}
      </p>
      <nav className="tabs" aria-label={say('merge.boxes')}>
        {boxes.map(name => (
          <Link key={name} to={`/merges?box=${name}`} aria-current={name === box ? 'page' : undefined}>
            {say(`merge.box.${name}`)}
          </Link>
        ))}
      </nav>
      <ProblemNote error={listed.error} onRetry={() => void listed.refetch()} />
      {listed.isPending && <Patience look="part" />}
      {listed.data && merges.length === 0 && (
        <p className="muted">{say(box === 'open' ? 'merge.none' : 'merge.noneDecided')}</p>
      )}
      {merges.length > 0 && (box === 'open' ? <Rows merges={merges} /> : <DecidedRows merges={merges} />)}
      {listed.hasNextPage && (
        <p>
          <Button isBusy={listed.isFetchingNextPage} onClick={() => void listed.fetchNextPage()}>
            {say('timeline.more')}
          </Button>
        </p>
      )}
      {box === 'open' && <ProposeForm />}
    </div>
  );
}

const boxes: readonly Box[] = ['open', 'decided'];

function Rows({ merges }: { readonly merges: readonly MergeRow[] }) {
  const { say, language } = useSpeech();
  const today = useToday();
  return (
    <div className="table-frame">
      <table className="table plain-table">
        <caption className="hidden-visually">{say('nav.merges')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('merge.compare')}</th>
            <th scope="col">{say('merge.agreement')}</th>
            <th scope="col">{say('merge.state')}</th>
            <th scope="col">{say('merge.foundAt')}</th>
          </tr>
        </thead>
        <tbody>
          {merges.map(({ id, sides: [one, other], agreeing, state, foundAt }) => (
            <tr key={id} data-merge={id}>
              <Pair id={id} one={one.no} other={other.no} />
              <td data-label={say('merge.agreement')}>
                {agreeing.map(field => say(`mergeField.${field}`)).join(say('common.listMark'))}
              </td>
              <td data-label={say('merge.state')}>{say(`mergeState.${state}`)}</td>
              <td data-label={say('merge.foundAt')}>{dayAndTime(foundAt, language, today)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DecidedRows({ merges }: { readonly merges: readonly MergeRow[] }) {
  const { say, language } = useSpeech();
  const today = useToday();
  const heads = ['merge.compare', 'merge.result', 'merge.decidedAt'] as const;
  return (
    <div className="table-frame">
      <table className="table plain-table">
        <caption className="hidden-visually">{say('merge.decidedTitle')}</caption>
        <thead>
          <tr>
            {heads.map(head => (
              <th key={head} scope="col">
                {say(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {merges.map(({ id, sides: [one, other], state, decidedAt }) => (
            <tr key={id} data-merge={id}>
              <Pair id={id} one={one.no} other={other.no} />
              <td data-label={say('merge.result')}>{say(`mergeState.${state}`)}</td>
              <td data-label={say('merge.decidedAt')}>
                {decidedAt ? dayAndTime(decidedAt, language, today) : say('common.none')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type PairProps = { readonly id: string; readonly one: string; readonly other: string };

function Pair({ id, one, other }: PairProps) {
  const { say } = useSpeech();
  return (
    <th scope="row">
      <Link to={`/merges/${id}`}>{say('merge.pair', { one, other })}</Link>
    </th>
  );
}
