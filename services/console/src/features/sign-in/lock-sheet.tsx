import type { FamilyPage, Me } from '@kaerimichi/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useServices } from '../../app/services.tsx';
import { useWorkplace } from '../../app/workplace.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { lazyPart } from '../../words/lazy-part.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { DemoGoOn } from '../demo/demo-go-on.tsx';
import { SignInForm } from './sign-in-form.tsx';
import './sign-in.css';

const FamilyGone = lazyPart(() => import('../family/family-gone.tsx'), 'FamilyGone');

/** The session has ended: what is open stays under this sheet, unread, and goes on after the password. */
export function LockSheet() {
  const { say } = useSpeech();
  const { me } = useWorkplace();
  const { isLocked, leaving } = useServices();
  const client = useQueryClient();
  const goOn = (back: Me) => {
    // Somebody else must not go on with what the person before had open.
    if (back.person.id !== me.person.id) {
      leaving.leave();
      return window.location.assign('/');
    }
    isLocked.write(false);
    client.setQueryData(['me'], back);
    void client.invalidateQueries();
  };
  return (
    <Sheet
      title={say(me.demo ? 'lock.demoTitle' : 'lock.title')}
      onClose={() => undefined}
      isFirm
      hidesPage
      role="alertdialog"
    >
      <div className="stack">
        <p>{say(me.demo ? 'lock.demoText' : 'lock.text', { name: me.person.name })}</p>
        <SignInForm onSignedIn={goOn} />
        {me.abilities.family && <FamilyGone page={client.getQueryData<FamilyPage>(['family'])} isPerhaps />}
        {me.demo && <DemoGoOn person={me.person.id} onSignedIn={goOn} />}
        <a href="/login">{say('lock.other')}</a>
      </div>
    </Sheet>
  );
}
