import type { Me } from '@kaerimichi/contracts';
import { Button } from '../../parts/button.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { useDemo, useDemoSignIn } from './use-demo.ts';

type Props = { readonly person: string; readonly onSignedIn: (me: Me) => void };

/** After the end of a session, as when the demo was begun anew: goes on as the same person by one press. */
export function DemoGoOn({ person, onSignedIn }: Props) {
  const { say } = useSpeech();
  const demo = useDemo();
  const signIn = useDemoSignIn(onSignedIn);
  const role = demo.data?.roles.find(({ id }) => id === person);
  if (!role) return null;
  return (
    <>
      <ProblemNote error={signIn.error} />
      <Button isBusy={signIn.isPending} onClick={() => signIn.mutate(role.identifier)}>
        {say('demo.goOn', { name: role.name })}
      </Button>
    </>
  );
}
