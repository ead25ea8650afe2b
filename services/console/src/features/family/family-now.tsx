import type { FamilyPage } from '@kaerimichi/contracts';
import { Glyph } from '../../parts/glyph.tsx';
import { familyKey } from '../../words/family/family-words.ts';
import { Said } from './said.tsx';

const steps = [1, 2, 3, 4, 5] as const;

/** いまどこ: five steps, and in a sentence what is happening. */
export function FamilyNow({ page: { now, arranging, turn } }: { page: FamilyPage }) {
  const sentence = now && familyKey('now', now.stage);
  const waiting = arranging.flatMap(code => familyKey('arranging', code) ?? []);
  return (
    <section className="panel stack" aria-labelledby="family-now">
      <h2 id="family-now">
        <Said of="one" />
      </h2>
      <ol className="family-steps">
        {steps.map(step => (
          <Step key={step} step={step} current={now?.step ?? 0} />
        ))}
      </ol>
      {sentence && (
        <p className="family-strong">
          <Said of={sentence} />
        </p>
      )}
      {turn && <Turn turn={turn} />}
      {waiting.length > 0 && (
        <ul className="stack-tight">
          {waiting.map(key => (
            <li key={key}>
              <Said of={key} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** いまの番: the family's own, or of whoever goes on. */
function Turn({ turn: { isOwn, org } }: { readonly turn: NonNullable<FamilyPage['turn']> }) {
  return (
    <div className={isOwn ? 'family-turn family-turn-own' : 'family-turn'}>
      <p>
        <b>
          <Said of="turn" />
        </b>
      </p>
      <p>
        {isOwn && <Said of="turnOwn" />}
        {!isOwn && org && <Said of="turnOf" places={{ who: org.name }} />}
        {!isOwn && !org && <Said of="turnOthers" />}
      </p>
    </div>
  );
}

type StepProps = { readonly step: (typeof steps)[number]; readonly current: number };

function Step({ step, current }: StepProps) {
  const isHere = step === current;
  const mark = isHere ? 'step.here' : step < current ? 'step.done' : null;
  return (
    <li className={isHere ? 'family-step family-step-here' : 'family-step'} aria-current={isHere ? 'step' : undefined}>
      <span className="family-step-number">{step < current ? <Glyph name="check" /> : step}</span>
      <span className="family-step-name">
        <Said of={`step.${step}`} />
      </span>
      {mark && (
        <span className="family-step-mark">
          <Said of={mark} />
        </span>
      )}
    </li>
  );
}
