import type { ReferralRow } from '@kaerimichi/contracts';
import { Link, useSearchParams } from 'react-router';
import { usePageTitle } from '../../app/page-title.ts';
import { useToday, useWorkplace } from '../../app/workplace.tsx';
import { Patience } from '../../parts/patience.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { dayAndTime } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import '../admin/admin.css';
import '../case/case.css';
import { stateWords } from './state-words.ts';
import { type Box, useReferrals } from './use-referrals.ts';

/** 支援の依頼: what came to the own organisation and what it sent, those that wait first. */
export function ReferralsPage() {
  const { say } = useSpeech();
  const { me } = useWorkplace();
  const [search] = useSearchParams();
  const boxes: Box[] = me.abilities.register ? ['in', 'out'] : ['out'];
  const box = boxes.find(name => name === search.get('box')) ?? boxes[0] ?? 'out';
  const listed = useReferrals(box);
  usePageTitle(say('referral.title'));
  const rows = listed.data?.referrals ?? [];
  return (
    <div className="page stack">
      <h1>{say('referral.title')}</h1>
      <p>
        <Link className="button" to="/referrals/new">
          {say('referral.new')}
        </Link>
      </p>
      <nav className="tabs" aria-label={say('referral.boxes')}>
        {boxes.map(name => (
          <Link key={name} to={`/referrals?box=${name}`} aria-current={name === box ? 'page' : undefined}>
            {say(`referral.box.${name}`)}
          </Link>
        ))}
      </nav>
      <ProblemNote error={listed.error} onRetry={() => void listed.refetch()} />
      {listed.isPending && <Patience look="part" />}
      {listed.data && rows.length === 0 && <p className="muted">{say(`referral.noneIn.${box}`)}</p>}
      {listed.data?.more && <p className="small muted">{say('referral.more')}</p>}
      {rows.length > 0 && <Rows rows={rows} box={box} />}
    </div>
  );
}

function Rows({ rows, box }: { readonly rows: readonly ReferralRow[]; readonly box: Box }) {
  const speech = useSpeech();
  const { say, language } = speech;
  const today = useToday();
  const other = box === 'in' ? 'from' : 'to';
  return (
    <div className="table-frame">
      <table className="table plain-table">
        <caption className="hidden-visually">{say(`referral.box.${box}`)}</caption>
        <thead>
          <tr>
            <th scope="col">{say('referral.child')}</th>
            <th scope="col">{say(`referral.${other}`)}</th>
            <th scope="col">{say('referral.state')}</th>
            <th scope="col">{say('referral.sentAt')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.id} data-referral={row.id}>
              <th scope="row">
                <Link to={`/referrals/${row.id}`}>
                  {[row.familyName, row.givenName].filter(Boolean).join(' ') ||
                    say(row.isWithheld ? 'referral.nameWithheld' : 'referral.nameless')}
                </Link>
              </th>
              <td data-label={say(`referral.${other}`)}>{row[other].name}</td>
              <td data-label={say('referral.state')}>{stateWords(row, speech)}</td>
              <td data-label={say('referral.sentAt')}>{dayAndTime(row.sentAt, language, today)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
