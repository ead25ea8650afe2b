import type { DemoRole, Me } from '@kaerimichi/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useServices } from '../../app/services.tsx';
import { Button } from '../../parts/button.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { useDemoSignIn } from './use-demo.ts';

/** Everybody one can be, with what to try first. */
export function RoleCards({ roles }: { roles: readonly DemoRole[] }) {
  const { say, code } = useSpeech();
  const goIn = useGoIn();
  const signIn = useDemoSignIn(goIn);
  return (
    <section className="stack" aria-labelledby="demo-roles">
      <h2 id="demo-roles">{say('demo.roles')}</h2>
      <ProblemNote error={signIn.error} />
      <ul className="demo-roles">
        {roles.map(({ id, identifier, name, org, role, first }) => (
          <li key={id} className="panel demo-role">
            <h3>{name}</h3>
            <p className="small muted">
              {code('role', role)} · {org} · <span className="unbroken">{identifier}</span>
            </p>
            <p>{first}</p>
            <Button
              isBusy={signIn.isPending && signIn.variables === identifier}
              onClick={() => signIn.mutate(identifier)}
            >
              {say('demo.be', { name })}
            </Button>
          </li>
        ))}
      </ul>
      <p className="small muted">{say('demo.others')}</p>
    </section>
  );
}

/** Loads the program anew as whoever one is now; where it was somebody else, their pages in other tabs go as well. */
function useGoIn() {
  const { leaving } = useServices();
  const client = useQueryClient();
  return (me: Me) => {
    const before = client.getQueryData<Me>(['me']);
    if (before && before.person.id !== me.person.id) leaving.leave();
    window.location.assign('/');
  };
}
