import { useSpeech } from '../words/speech-context.tsx';
import { Button } from './button.tsx';

/** Shows more of a long list that is at hand. */
export function ShowMore({ onPress }: { readonly onPress: () => void }) {
  const { say } = useSpeech();
  return (
    <p>
      <Button isSmall onClick={onPress}>
        {say('timeline.more')}
      </Button>
    </p>
  );
}
