import type { HandoffView, Suggestion } from '@kaerimichi/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { routes } from '../../api/routes.ts';
import { useApi } from '../../app/services.tsx';
import { Patience } from '../../parts/patience.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';

type Props = { readonly caseId: string; readonly handoff: HandoffView; readonly mayCompose: boolean };

/** ほかの候補: whom to ask after somebody declined, best first, with why, and with what nobody knows yet. */
export function SuggestionPart({ caseId, handoff, mayCompose }: Props) {
  const { say } = useSpeech();
  if (handoff.side !== 'sender' || handoff.status !== 'declined' || !mayCompose) return null;
  return (
    <section className="panel stack-tight" aria-labelledby="handoff-suggestions">
      <h2 id="handoff-suggestions">{say('handoff.suggestions')}</h2>
      <p className="small muted">{say('handoff.suggestionsHint')}</p>
      <Suggestions caseId={caseId} handoffId={handoff.id} />
    </section>
  );
}

function Suggestions({ caseId, handoffId }: { readonly caseId: string; readonly handoffId: string }) {
  const { say } = useSpeech();
  const api = useApi();
  const found = useQuery({
    queryKey: ['case', caseId, 'handoffs', handoffId, 'suggestions'],
    queryFn: ({ signal }) =>
      api.call(routes.handoffSuggestions, { params: { id: caseId, handoff: handoffId }, signal }),
  });
  if (found.error) return <ProblemNote error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Patience look="part" />;
  const { suggestions } = found.data;
  if (suggestions.length === 0) return <p>{say('handoff.suggestionsNone')}</p>;
  return (
    <ol className="handoff-said-back">
      {suggestions.map(one => (
        <li key={one.id} className="stack-tight">
          <Suggested caseId={caseId} one={one} />
        </li>
      ))}
    </ol>
  );
}

function Suggested({ caseId, one }: { readonly caseId: string; readonly one: Suggestion }) {
  const { say } = useSpeech();
  const { name, municipality, address, phone, org, reasons, lacks, listedOn } = one;
  const told = [name, phone && say('handoff.suggestedPhone', { phone })].filter(Boolean).join(' ');
  const query = new URLSearchParams(org ? { to: org } : { outside: told }).toString();
  return (
    <>
      <p>
        <strong>{name}</strong> <span className="small muted">{address ?? municipality}</span>
      </p>
      {reasons.length > 0 && (
        <p className="small">{say('handoff.suggestedFor', { reasons: reasons.join(say('common.listMark')) })}</p>
      )}
      {lacks.length > 0 && (
        <p className="small muted">{say('handoff.suggestedOpen', { lacks: lacks.join(say('common.listMark')) })}</p>
      )}
      {listedOn && <p className="small muted">{say('handoff.suggestedAsOf', { day: listedOn })}</p>}
      <p className="row">
        {phone && (
          <a className="button" href={`tel:${phone.replace(/[^0-9+]/g, '')}`}>
            {say('handoff.suggestedCall', { phone })}
          </a>
        )}
        <Link
          className="button"
          to={`/cases/${caseId}/handoffs/new?${query}`}
          aria-label={say('handoff.suggestedWriteTo', { name })}
        >
          {say('handoff.suggestedWrite')}
        </Link>
      </p>
    </>
  );
}
