import { Button } from '../../parts/button.tsx';
import { useSpeech } from '../../words/speech-context.tsx';

type Props = { readonly isResumed: boolean; readonly onForget: () => void };

/** Over a form that begins with what was typed before: whoever is about another child begins anew. */
export function ResumedDraft({ isResumed, onForget }: Props) {
  const { say } = useSpeech();
  return (
    <div role="status">
      {isResumed && (
        <p className="note-info row">
          {say('form.resumed')}
          <Button isSmall onClick={onForget}>
            {say('form.beginAnew')}
          </Button>
        </p>
      )}
    </div>
  );
}
