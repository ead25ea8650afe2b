import { handoffSectionIds, handoffSections } from '@kaerimichi/discharge';
import { CheckGroup } from '../../parts/choice-fields.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { TimeField } from '../../parts/time-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import type { StepProps } from './visit-steps.tsx';

/** What is written in one's own words at the end, in this order. */
const longTexts = ['questions', 'next'] as const;

/** What the visit comes to, what the handoff lacked, what goes back to the hospital. */
export function SummaryStep({ draft, change, faults }: StepProps) {
  const { say, pick } = useSpeech();
  const has = (name: string) => faults.some(({ field }) => field === name);
  return (
    <>
      <TextField
        id="visit-findings"
        label={say('visit.findings')}
        isRequired
        error={has('findings') ? say('visit.sayFindings') : undefined}
        value={draft.findings}
        onChange={findings => change({ findings })}
        isLong
        input={{ maxLength: 20_000 }}
      />
      <CheckGroup
        id="visit-missing"
        label={say('visit.missing')}
        hint={say('visit.missingHint')}
        options={handoffSectionIds.map(id => ({ value: id, label: pick(handoffSections[id].words) }))}
        values={draft.missing}
        onChange={missing => change({ missing })}
      />
      {draft.missing.length > 0 && (
        <TextField
          id="visit-missingNote"
          label={say('visit.missingNote')}
          error={has('missingNote') ? say('visit.sayMissing') : undefined}
          value={draft.missingNote}
          onChange={missingNote => change({ missingNote })}
          isLong
          input={{ maxLength: 4000 }}
        />
      )}
      {longTexts.map(name => (
        <TextField
          key={name}
          id={`visit-${name}`}
          label={say(`visit.${name}`)}
          value={draft[name]}
          onChange={text => change({ [name]: text })}
          isLong
          input={{ maxLength: 4000 }}
        />
      ))}
      <TimeField
        id="visit-leftAt"
        label={say('visit.leftAt')}
        value={draft.leftAt}
        error={has('leftAt') ? say('err.time') : undefined}
        onChange={leftAt => change({ leftAt })}
      />
    </>
  );
}
