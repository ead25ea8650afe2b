import type { PathwayProof } from '@kaerimichi/contracts';
import { useQuery } from '@tanstack/react-query';
import { routes } from '../../api/routes.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { useApi } from '../../app/services.tsx';
import { useWorkplace } from '../../app/workplace.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { Patience } from '../../parts/patience.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import './proof.css';
import { ProofPlaces } from './proof-places.tsx';
import { ProofTables } from './proof-tables.tsx';
import { claimRows, coverageRows, proofWords } from './proof-words.ts';

/** 道すじの確かめ: what proves that the pathway holds, and what does not. */
export function ProofPage() {
  const { say } = useSpeech();
  const api = useApi();
  usePageTitle(say('proof.title'));
  const proof = useQuery({
    queryKey: ['proof'],
    queryFn: ({ signal }) => api.call(routes.proof, { signal }),
    // The same until another program runs.
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <div className="page stack proof">
      <h1>{say('proof.title')}</h1>
      <ProblemNote error={proof.error} onRetry={() => void proof.refetch()} />
      {proof.isPending && <Patience look="part" />}
      {proof.data && <Proof proof={proof.data} />}
    </div>
  );
}

function Proof({ proof }: { readonly proof: PathwayProof }) {
  const { say } = useSpeech();
  const { version, positions, histories } = proof;
  return (
    <>
      <div className="stack-tight prose">
        <p>{say('proof.intro', { version })}</p>
        <p>{say('proof.how', { positions, histories })}</p>
      </div>
      <Holes proof={proof} />
      <Summary proof={proof} />
      <ProofPlaces places={proof.places} />
      <ProofTables proof={proof} />
    </>
  );
}

/** What nothing proves stands before what is proved. */
function Holes({ proof: { holes } }: { readonly proof: PathwayProof }) {
  const speech = useSpeech();
  const { say } = speech;
  const { pathway } = useWorkplace();
  const words = proofWords(pathway, speech);
  if (holes.length === 0)
    return (
      <p className="panel proof-whole">
        <Glyph name="check" /> {say('proof.none')}
      </p>
    );
  return (
    <section className="panel stack-tight proof-holes">
      <h2>
        <Glyph name="overdue" /> {say('proof.holes', { n: holes.length })}
      </h2>
      <ul>
        {holes.map(hole => (
          <li key={`${hole.claim} ${hole.of}`}>
            {words.hole(hole)} <strong>{say(`hole.${hole.claim}`)}</strong>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Summary({ proof }: { readonly proof: PathwayProof }) {
  const { say } = useSpeech();
  const claims = claimRows(proof).map(({ claim, ...row }) => ({ ...row, name: say(`claim.${claim}`) }));
  const covered = coverageRows(proof).map(({ part, ...row }) => ({ ...row, name: say(`proof.${part}`) }));
  return (
    <div className="proof-sums">
      <section className="panel stack-tight">
        <h2>{say('proof.summary')}</h2>
        <Sums title={say('proof.summary')} rows={claims} isProved />
      </section>
      <section className="panel stack-tight">
        <h2>{say('proof.coverage')}</h2>
        <p className="small prose">{say('proof.coverageText')}</p>
        <Sums title={say('proof.coverage')} rows={covered} />
      </section>
    </div>
  );
}

type SumsProps = {
  readonly title: string;
  readonly rows: readonly { readonly name: string; readonly all: number; readonly held: number }[];
  /** What is short of all is a hole, not only less. */
  readonly isProved?: boolean;
};

function Sums({ title, rows, isProved = false }: SumsProps) {
  const { say } = useSpeech();
  return (
    <div className="table-frame">
      <table className="table">
        <caption className="hidden-visually">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{say('proof.claim')}</th>
            <th scope="col">{say(isProved ? 'proof.held' : 'proof.passed')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, all, held }) => (
            <tr key={name} className={isProved && held < all ? 'proof-hole' : undefined}>
              <th scope="row">{name}</th>
              <td className="unbroken">
                {isProved && <Glyph name={held < all ? 'overdue' : 'check'} />} {say('proof.of', { held, all })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
