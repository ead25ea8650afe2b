import type { PathwayProof } from '@kaerimichi/contracts';
import { useWorkplace } from '../../app/workplace.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { proofWords } from './proof-words.ts';

type Place = PathwayProof['places'][number];

/** Every stage, ending and level of adult care, each with the shortest way there and on. */
export function ProofPlaces({ places }: { readonly places: readonly Place[] }) {
  const { say } = useSpeech();
  return (
    <section className="panel stack-tight">
      <h2>{say('proof.places')}</h2>
      <p className="small prose">{say('proof.placesText')}</p>
      <ul className="proof-places">
        {places.map(place => (
          <li key={place.id}>
            <OnePlace place={place} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OnePlace({ place: { id, reached, left } }: { readonly place: Place }) {
  const speech = useSpeech();
  const { say } = speech;
  const { pathway } = useWorkplace();
  const { place } = proofWords(pathway, speech);
  const isWhole = reached !== null && left !== null;
  return (
    <details className={isWhole ? undefined : 'proof-hole'}>
      <summary>
        <Glyph name={isWhole ? 'check' : 'overdue'} /> {place(id)}{' '}
        <span className="small muted">
          {isWhole ? say('proof.steps', { reached: reached.length, left: left.length }) : say('proof.noWay')}
        </span>
      </summary>
      <div className="proof-ways">
        <Way title={say('proof.reached')} way={reached} none={say('proof.start')} />
        <Way title={say('proof.left')} way={left} none={say('proof.end')} />
      </div>
    </details>
  );
}

type WayProps = { readonly title: string; readonly way: Place['reached']; readonly none: string };

function Way({ title, way, none }: WayProps) {
  const speech = useSpeech();
  const { say } = speech;
  const { pathway } = useWorkplace();
  const { event, place } = proofWords(pathway, speech);
  return (
    <div>
      <h3>{title}</h3>
      {way === null && <p>{say('proof.noWay')}</p>}
      {way?.length === 0 && <p>{none}</p>}
      {way && way.length > 0 && (
        <ol>
          {way.map((step, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a way may take one step twice, and never changes
            <li key={index}>{say('proof.step', { event: event(step.event), to: place(step.to) })}</li>
          ))}
        </ol>
      )}
    </div>
  );
}
