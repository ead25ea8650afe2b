import type { AdultPanel, CaseView } from '@kaerimichi/contracts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { FormLink } from '../preparation/form-link.tsx';
import { AdultClosing } from './adult-closing.tsx';
import { AdultServices } from './adult-services.tsx';
import './aftercare.css';
import { DecisionPart } from './decision-part.tsx';
import { JointClinics } from './joint-clinics.tsx';
import { ReadinessTable } from './readiness-table.tsx';
import { useAftercare } from './use-aftercare.ts';

const levels: readonly string[] = ['prompted', 'open', 'mapped', 'sharedCare', 'transferred'];

/** 成人移行: who sees the young person's readiness alike, where each service goes, and what stands before the end. */
export function AdultTab({ view }: { view: CaseView }) {
  const { code } = useSpeech();
  const { data, error, refetch } = useAftercare(view);
  const panel = data?.adult;
  return (
    <section className="stack">
      <h2>{code('tab', 'adult')}</h2>
      <ProblemNote error={error} onRetry={() => void refetch()} />
      {panel && (
        <>
          <Levels level={panel.level} />
          {panel.openedOn === null ? <NotOpen view={view} panel={panel} /> : <Open view={view} panel={panel} />}
        </>
      )}
    </section>
  );
}

type Props = { readonly view: CaseView; readonly panel: AdultPanel };

function Levels({ level }: { level: string }) {
  const { say, code } = useSpeech();
  const at = levels.indexOf(level);
  return (
    <ol className="aftercare-steps" aria-label={say('adultCare.levels')}>
      {levels.map((one, n) => (
        <li key={one} aria-current={n === at ? 'step' : undefined} className={n < at ? 'aftercare-step-done' : ''}>
          {n < at && <span aria-hidden="true">✓ </span>}
          {code('adultLevel', one)}
        </li>
      ))}
    </ol>
  );
}

function NotOpen({ view, panel: { age, ended } }: Props) {
  const { say } = useSpeech();
  return (
    <div className="panel stack-tight">
      <p>{say(ended ? 'adultCare.hasEnded' : age !== null && age >= 15 ? 'adultCare.openNow' : 'adultCare.think')}</p>
      <p>
        <FormLink view={view} can={view.can} event="adult.opened">
          {say('adultCare.open')}
        </FormLink>
      </p>
    </div>
  );
}

function Open({ view, panel }: Props) {
  return (
    <>
      <ReadinessTable {...{ view, panel }} />
      <AdultServices {...{ view, panel }} />
      <JointClinics {...{ view, panel }} />
      <DecisionPart {...{ view, panel }} />
      <AdultClosing {...{ view, panel }} />
    </>
  );
}
