import type { AdultPanel, CaseView } from '@kaerimichi/contracts';
import { useToday } from '../../app/workplace.tsx';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { FormLink } from '../preparation/form-link.tsx';

type Props = { readonly view: CaseView; readonly panel: AdultPanel };

/** 決めることの支え: who helps to decide once parents decide no more, and whether a court was asked for a guardian. */
export function DecisionPart({ view, panel: { decision, age } }: Props) {
  const { say, code, language } = useSpeech();
  const today = useToday();
  const isTold = view.facts.family !== undefined;
  return (
    <section className="panel stack-tight" aria-labelledby="adult-decision">
      <h3 id="adult-decision">{say('adultCare.decision')}</h3>
      {!isTold && <p className="muted">{say('facts.notShared')}</p>}
      {decision && (
        <>
          <p>
            <span className="tag">{code('way', decision.way)}</span>{' '}
            <span className="small muted">{shortDay(decision.on, language, today)}</span>
          </p>
          {decision.supporters && <p>{decision.supporters}</p>}
          {decision.note && <p>{decision.note}</p>}
        </>
      )}
      {isTold && !decision && <p>{say(age !== null && age >= 17 ? 'adultCare.decideSoon' : 'adultCare.noDecision')}</p>}
      <p className="small muted">{say('adultCare.comesOfAge')}</p>
      <p>
        <FormLink view={view} can={view.can} event="adult.decisionSupported">
          {say(decision ? 'adultCare.decideAgain' : 'adultCare.recordDecision')}
        </FormLink>
      </p>
    </section>
  );
}
