import type { Card } from '@kaerimichi/contracts';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { routes } from '../../api/routes.ts';
import { useApi } from '../../app/services.tsx';
import { useToday, useWorkplace } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { takesReferral } from '../referral/takes-referral.ts';
import { useDecide } from '../referral/use-referrals.ts';
import { FoundCase } from '../search/search-result.tsx';
import { type ComparedInput, comparedChild } from './compared-child.ts';

/** Between keystrokes nobody is asked. */
const PAUSE_MS = 300;

type Props = {
  readonly input: ComparedInput;
  /** Id of the referral that is being accepted; empty: none. */
  readonly referral: string;
  /** The referral is accepted by a case that exists. */
  readonly onAdded: () => void;
};

/**
 * Cases one may see that may be of this child, while one types: the same child is not registered twice. A referral can be
 * added to one that the own organisation leads.
 */
export function SimilarCases({ input, referral, onAdded }: Props) {
  const { say } = useSpeech();
  const { me } = useWorkplace();
  const api = useApi();
  const today = useToday();
  const child = useRested(JSON.stringify(comparedChild(input, today)));
  const found = useQuery({
    queryKey: ['similar', child],
    enabled: child !== 'null',
    queryFn: ({ signal }) => api.call(routes.similarCases, { body: JSON.parse(child), signal }),
  });
  const cards = (found.data?.cards ?? []).slice(0, 5);
  const takes = (card: Card) => referral !== '' && takesReferral(card, me.membership.org.id);
  return (
    <div role="status">
      {cards.length > 0 && (
        <div className="note-soon stack-tight">
          <p>{say('register.similar')}</p>
          {cards.some(takes) && <p className="small">{say('referral.addHint')}</p>}
          <ul>
            {cards.map(card => (
              <li key={card.id}>
                <Link className="row" to={`/cases/${card.id}`}>
                  <FoundCase card={card} />
                </Link>
                {takes(card) && <AddReferral referral={referral} card={card} onAdded={onAdded} />}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

type AddProps = Pick<Props, 'referral' | 'onAdded'> & { readonly card: Card };

/** Accepts the referral by the case that exists, and goes there. */
function AddReferral({ referral, card: { id, no }, onAdded }: AddProps) {
  const { say } = useSpeech();
  const navigate = useNavigate();
  const decide = useDecide(referral);
  const add = async () => {
    const done = await decide.mutateAsync({ decision: 'accepted', caseId: id }).catch(() => null);
    if (!done) return;
    onAdded();
    void navigate(`/cases/${id}`);
  };
  return (
    <>
      <ProblemNote error={decide.error} />
      <Button isBusy={decide.isPending} aria-label={`${say('referral.addTo')} ${no}`} onClick={() => void add()}>
        {say('referral.addTo')}
      </Button>
    </>
  );
}

/** A text once it has not changed for a moment. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}
