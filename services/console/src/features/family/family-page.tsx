import type { FamilyPage as Page } from '@kaerimichi/contracts';
import { problemOf } from '../../api/problem-error.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { useObservable, usePreferences, useServices } from '../../app/services.tsx';
import { Button } from '../../parts/button.tsx';
import { Patience } from '../../parts/patience.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { FamilyContacts } from './family-contacts.tsx';
import { FamilyFollowUp } from './family-follow-up.tsx';
import { FamilyGone } from './family-gone.tsx';
import { FamilyLanguages } from './family-languages.tsx';
import { FamilyNext } from './family-next.tsx';
import { FamilyNow } from './family-now.tsx';
import { partsOf } from './family-parts.ts';
import { FamilyProblem } from './family-problem.tsx';
import { FamilyReadiness } from './family-readiness.tsx';
import { FamilyReceived } from './family-received.tsx';
import { FamilyStay } from './family-stay.tsx';
import { FamilyTasks } from './family-tasks.tsx';
import { Said } from './said.tsx';
import { useFamily, useFamilyText } from './use-family.ts';
import './family.css';

/** ご家族のページ: in five plain steps. Nothing of the child stays on it once the session has ended. */
export function FamilyPage() {
  const text = useFamilyText();
  const isLocked = useObservable(useServices().isLocked);
  const page = useFamily();
  usePageTitle(text('title'));
  if (isLocked) return null;
  // Taken away while it stood open: nothing of the child stays.
  if (problemOf(page.error)?.code === 'not-found')
    return (
      <div className="page narrow stack">
        <h1>
          <Said of="title" />
        </h1>
        <FamilyGone page={page.data} />
      </div>
    );
  if (page.data) return <Shown page={page.data} />;
  if (!page.error) return <Patience />;
  return (
    <div className="page narrow stack family">
      <h1>
        <Said of="title" />
      </h1>
      <FamilyProblem error={page.error} onRetry={() => void page.refetch()} />
    </div>
  );
}

function Shown({ page }: { page: Page }) {
  const parts = partsOf(page);
  return (
    <div className="page narrow stack family">
      <h1>{page.child ? <Said of="titleOf" places={{ child: page.child }} /> : <Said of="title" />}</h1>
      <Choices />
      {page.over && (
        <p className="panel">
          <Said of={page.over === 'deceased' ? 'overDeceased' : 'overClosed'} />
        </p>
      )}
      {parts.includes('now') && <FamilyNow page={page} />}
      {parts.includes('next') && <FamilyNext page={page} />}
      {page.stay?.isAway && <FamilyStay page={page} />}
      {parts.includes('contacts') && <FamilyContacts page={page} hasAmbulance={parts.includes('ambulance')} />}
      {parts.includes('tasks') && <FamilyTasks page={page} />}
      <FamilyFollowUp page={page} />
      <FamilyReadiness page={page} />
      {page.stay && !page.stay.isAway && <FamilyStay page={page} />}
      {parts.includes('received') && <FamilyReceived page={page} />}
    </div>
  );
}

/** Language and readings, where they are found at once. */
function Choices() {
  const { preferences } = useServices();
  const { furigana } = usePreferences();
  const { language } = useSpeech();
  const text = useFamilyText();
  const word = furigana ? 'furiganaOff' : 'furiganaOn';
  return (
    <div className="row">
      {language === 'ja' && (
        <Button aria-label={text(word)} onClick={() => preferences.set({ furigana: !furigana })}>
          <Said of={word} />
        </Button>
      )}
      <FamilyLanguages />
    </div>
  );
}
