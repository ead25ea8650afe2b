import type { FamilyPage } from '@kaerimichi/contracts';
import { Button } from '../../parts/button.tsx';
import { FamilyProblem } from './family-problem.tsx';
import { Said, SaidCode } from './said.tsx';
import { useDecide, useFamilyText } from './use-family.ts';

const RATINGS = [1, 2, 3, 4] as const;

/** How sure one feels of each thing that one practises: one press, and it stands beside what the nurse saw. */
export function FamilyRatings({ page }: { page: FamilyPage }) {
  const { skills, ratings, relation } = page;
  const { decide, isBusy, error } = useDecide(page.case);
  return (
    <div className="stack">
      <p>
        <Said of="rateAsk" />
      </p>
      {[...new Set(skills.map(({ procedure }) => procedure))].map(procedure => (
        <Rating
          key={procedure}
          procedure={procedure}
          now={ratings.findLast(other => other.procedure === procedure)?.rating ?? null}
          isBusy={isBusy}
          onRate={selfRating => void decide({ type: 'skill.selfRated', procedure, caregiver: relation, selfRating })}
        />
      ))}
      <FamilyProblem error={error} />
    </div>
  );
}

type Props = {
  readonly procedure: string;
  readonly now: number | null;
  readonly isBusy: boolean;
  readonly onRate: (rating: number) => void;
};

function Rating({ procedure, now, isBusy, onRate }: Props) {
  const text = useFamilyText();
  return (
    <fieldset className="family-ratings">
      <legend>
        <SaidCode kind="procedure" id={procedure} />
      </legend>
      {RATINGS.map(rating => (
        <Button
          key={rating}
          kind={rating === now ? 'primary' : 'plain'}
          aria-pressed={rating === now}
          aria-label={text(`rating.${rating}`)}
          isBusy={isBusy}
          onClick={() => onRate(rating)}
        >
          <Said of={`rating.${rating}`} />
        </Button>
      ))}
    </fieldset>
  );
}
