import { Button } from '../../parts/button.tsx';
import { clockTime, dayAndTime } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import type { FormDrafts } from './use-drafts.ts';

type Props = Pick<FormDrafts, 'kept' | 'found' | 'settle'> & {
  /** Puts what was found into the form. */
  readonly onTake: () => void;
};

/** Under a form: where what is typed was last kept, and the later draft of another device, to be taken or left. */
export function KeptDraft({ kept, found, settle, onTake }: Props) {
  const { say, language } = useSpeech();
  return (
    <>
      <span className="small muted" role="status">
        {kept && say(kept.isSent ? 'form.kept' : 'form.keptHere', { time: clockTime(kept.at, language) })}
      </span>
      {found && (
        <span className="row note-info">
          {say('form.draftFound', { time: dayAndTime(new Date(found.at).toISOString(), language) })}
          <Button isSmall onClick={onTake}>
            {say('form.draftTake')}
          </Button>
          <Button isSmall kind="quiet" onClick={settle}>
            {say('form.draftLeave')}
          </Button>
        </span>
      )}
    </>
  );
}
