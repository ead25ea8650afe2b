import type { MergeView } from '@kaerimichi/contracts';
import { Link, useParams } from 'react-router';
import { usePageTitle } from '../../app/page-title.ts';
import { useToday, useWorkplace } from '../../app/workplace.tsx';
import { childAge, childCalled } from '../../parts/child-words.ts';
import { Glyph } from '../../parts/glyph.tsx';
import { Patience } from '../../parts/patience.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import '../case/case.css';
import '../form/form.css';
import './merge.css';
import { DecisionPart } from './decision-part.tsx';
import { RoundWords } from './round-words.tsx';
import { useMerge } from './use-merges.ts';

/** Two cases side by side. */
export function MergePage() {
  const { say } = useSpeech();
  const { id = '' } = useParams();
  const merge = useMerge(id);
  usePageTitle(say('nav.merges'));
  return (
    <div className="page narrow stack">
      <p>
        <Link className="small back-link" to="/merges">
          <Glyph name="back" /> {say('nav.merges')}
        </Link>
      </p>
      <h1>{say('nav.merges')}</h1>
      {merge.data ? (
        <Shown merge={merge.data} />
      ) : merge.error ? (
        <ProblemNote error={merge.error} onRetry={() => void merge.refetch()} />
      ) : (
        <Patience />
      )}
    </div>
  );
}

type Side = MergeView['sides'][number];

function Shown({ merge }: { readonly merge: MergeView }) {
  const { say } = useSpeech();
  const [one, other] = merge.sides;
  const sideRows = useSideRows();
  return (
    <>
      <p>
        <span className="tag">{say(`mergeState.${merge.state}`)}</span>
      </p>
      <div className="table-frame">
        <table className="table">
          <caption className="hidden-visually">{say('merge.compare')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('merge.about')}</th>
              <SideHead side={one} />
              <SideHead side={other} />
            </tr>
          </thead>
          <tbody>
            {sideRows.map(([label, of]) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{of(one)}</td>
                <td>{of(other)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {merge.agreement.length > 0 && (
        <section className="panel stack-tight" aria-labelledby="merge-agreement">
          <h2 id="merge-agreement">{say('merge.agreement')}</h2>
          <dl className="facts">
            {merge.agreement.map(({ field, how }) => (
              <div key={field}>
                <dt>{say(`mergeField.${field}`)}</dt>
                <dd>{isGrave(field, how) ? <Differs /> : say(`mergeHow.${how}`)}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <DecisionPart merge={merge} />
      {merge.earlier.length > 0 && (
        <section className="panel stack-tight" aria-labelledby="merge-earlier">
          <h2 id="merge-earlier">{say('merge.earlier')}</h2>
          <ul className="stack">
            {merge.earlier.map(round => (
              <li key={round.id} className="stack-tight">
                <RoundWords round={round} sides={merge.sides} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

type Compared = MergeView['agreement'][number];

/** Two children of one town may have most in common: another name or birthday is what tells them apart. */
const isGrave = (field: Compared['field'], how: Compared['how']) =>
  how === 'different' && ['family', 'given', 'birth'].includes(field);

function Differs() {
  const { say } = useSpeech();
  return (
    <strong className="note-soon merge-differs">
      <Glyph name="waived" /> {say('merge.differs')}
    </strong>
  );
}

const SideHead = ({ side }: { readonly side: Side }) => (
  <th scope="col">{side.card ? <Link to={`/cases/${side.id}`}>{side.no}</Link> : side.no}</th>
);

/** What of each case is laid beside the other, as far as it is shared. */
function useSideRows(): readonly (readonly [string, (side: Side) => string])[] {
  const speech = useSpeech();
  const { say, pick } = speech;
  const today = useToday();
  const { pathway } = useWorkplace();
  const hidden = say('merge.hidden');
  const stageOf = (stage: string) => {
    const known = pathway.stages.find(({ id }) => id === stage);
    return known ? pick(known.label) : stage;
  };
  return [
    [say('merge.lead'), side => side.lead.name],
    [
      say('merge.child'),
      ({ card }) => {
        const called = card && childCalled(card, speech);
        return called ? [called, childAge(card, speech, today)].filter(Boolean).join(' ') : hidden;
      },
    ],
    [say('merge.stage'), ({ card }) => (card ? stageOf(card.stage) : hidden)],
  ];
}
