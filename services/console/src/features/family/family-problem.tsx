import { problemOf, UnreachableError } from '../../api/problem-error.ts';
import { Button } from '../../parts/button.tsx';
import { familyKey } from '../../words/family/family-words.ts';
import { Said } from './said.tsx';
import { useFamilyText } from './use-family.ts';

/** A refusal in a family's words; what they cannot do anything about is one sentence. */
export function FamilyProblem({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const text = useFamilyText();
  if (!error) return null;
  const code = problemOf(error)?.code ?? (error instanceof UnreachableError ? 'unreachable' : '');
  return (
    <div className="problem-note" role="alert">
      <p>
        <Said of={familyKey('refused', code) ?? 'refused.fault'} />
      </p>
      {onRetry && (
        <Button aria-label={text('again')} onClick={onRetry}>
          <Said of="again" />
        </Button>
      )}
    </div>
  );
}
