import { useTransitions } from '../../api/queries.ts';
import { Button } from '../../parts/button.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { mayGoOn } from './may-go-on.ts';

type Props = { readonly caseId: string; readonly stage: string; readonly onMove: () => void };

/** Opens the sheet of moves; for whoever can go no way from here it promises only what it shows: the conditions. */
export function MoveButton({ caseId, stage, onMove }: Props) {
  const { say } = useSpeech();
  const transitions = useTransitions(caseId);
  if (!transitions.data && !transitions.error) return null;
  if (transitions.data && !mayGoOn(transitions.data)) return <Button onClick={onMove}>{say('move.see')}</Button>;
  return (
    <Button kind="primary" onClick={onMove}>
      {say(stage === 'closed' ? 'move.reopen' : 'move.action')}
    </Button>
  );
}
