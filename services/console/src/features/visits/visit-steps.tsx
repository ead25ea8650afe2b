import { areaStates, type VisitArea, visitAreas } from '@kaerimichi/discharge';
import { Button } from '../../parts/button.tsx';
import { ChoiceField } from '../../parts/choice-fields.tsx';
import { NumberField } from '../../parts/number-field.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { TimeField } from '../../parts/time-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { SummaryStep } from './summary-step.tsx';
import { type AreaState, type DraftFault, type VisitDraft, type Vital, vitals } from './visit-draft.ts';
import type { VisitRecord } from './visit-facts.ts';

export type StepProps = {
  readonly draft: VisitDraft;
  readonly change: (part: Partial<VisitDraft>) => void;
  /** Told once somebody tried to finish. */
  readonly faults: readonly DraftFault[];
};

/** How it was: at discharge, by what the carry card says, and at the last record. */
export type Before = {
  readonly atDischarge: Readonly<Partial<Record<VisitArea, readonly { label: string; text: string }[]>>>;
  readonly last: VisitRecord | undefined;
};

/** Seven steps: who came, the five parts that a visit looks at, and what it comes to (experience.md §5.12). */
export const stepCount = visitAreas.length + 2;

export function VisitStep({ before, ...props }: StepProps & { readonly before: Before }) {
  const { step } = props.draft;
  const area = visitAreas[step - 1];
  if (step === 0) return <ArrivalStep {...props} />;
  if (area) return <AreaStep {...props} area={area} before={before} />;
  return <SummaryStep {...props} />;
}

function ArrivalStep({ draft, change, faults }: StepProps) {
  const { say } = useSpeech();
  const isUnread = faults.some(({ field }) => field === 'arrivedAt');
  return (
    <>
      <TimeField
        id="visit-arrivedAt"
        label={say('visit.arrivedAt')}
        value={draft.arrivedAt}
        error={isUnread ? say('err.time') : undefined}
        onChange={arrivedAt => change({ arrivedAt })}
      />
      <TextField
        id="visit-present"
        label={say('visit.present')}
        hint={say('visit.presentHint')}
        value={draft.present}
        onChange={present => change({ present })}
        isLong
      />
    </>
  );
}

type AreaProps = StepProps & { readonly area: VisitArea; readonly before: Before };

function AreaStep({ draft, change, faults, area, before }: AreaProps) {
  const { say, code } = useSpeech();
  const { state, found } = draft.areas[area];
  const set = (part: Partial<{ state: AreaState | ''; found: string }>) =>
    change({ areas: { ...draft.areas, [area]: { state, found, ...part } } });
  const isUnsaid = faults.some(({ field }) => field === area);
  return (
    <>
      <AtDischarge area={area} before={before} />
      <p>
        <Button onClick={() => set({ state: 'carriedOver' })}>{say('visit.same')}</Button>
      </p>
      {area === 'breathingCirculation' && <Vitals {...{ draft, change, faults }} last={before.last} />}
      <ChoiceField
        id={`visit-${area}`}
        label={say('visit.compared')}
        options={areaStates.map(value => ({ value, label: code('areaState', value) }))}
        value={state}
        onChange={value => {
          const chosen = areaStates.find(one => one === value);
          if (chosen) set({ state: chosen });
        }}
      />
      <TextField
        id={`visit-${area}-found`}
        label={say(state === 'notAsAtDischarge' ? 'visit.foundOtherwise' : 'visit.found')}
        error={isUnsaid ? say('visit.sayOtherwise') : undefined}
        value={found}
        onChange={text => set({ found: text })}
        isLong
        input={{ maxLength: 4000 }}
      />
    </>
  );
}

/** How it was, beside what is asked: nobody has to turn back for it. */
function AtDischarge({ area, before }: Pick<AreaProps, 'area' | 'before'>) {
  const { say } = useSpeech();
  const rows = before.atDischarge[area] ?? [];
  const last = before.last?.areas.find(({ id }) => id === area)?.found;
  if (rows.length === 0 && !last) return null;
  return (
    <div className="visit-reference small stack">
      <strong>{say('visit.atDischarge')}</strong>
      {rows.map(({ label, text }) => (
        <p key={label} className="visit-text">
          {label}: {text}
        </p>
      ))}
      {last && (
        <p className="visit-text">
          {say('visit.lastTime')}: {last}
        </p>
      )}
    </div>
  );
}

const units: Readonly<Record<Vital, string>> = {
  spo2: '%',
  breathsPerMinute: '/min',
  pulsePerMinute: '/min',
  temperatureTenths: '℃',
};

function Vitals({ draft, change, faults, last }: StepProps & { readonly last: VisitRecord | undefined }) {
  const { say } = useSpeech();
  return vitals.map(vital => {
    const known = last?.values[vital];
    const before = typeof known === 'number' ? say('visit.before', { value: shownVital(vital, known) }) : undefined;
    return (
      <NumberField
        key={vital}
        id={`visit-${vital}`}
        label={say(`visit.${vital}`)}
        unit={units[vital]}
        before={before}
        value={draft.vitals[vital]}
        error={faults.some(({ field }) => field === vital) ? say('visit.implausible') : undefined}
        onChange={value => change({ vitals: { ...draft.vitals, [vital]: value } })}
      />
    );
  });
}

/** A figure as a nurse reads it: a temperature with its tenths. */
export const shownVital = (vital: Vital, value: number): string =>
  vital === 'temperatureTenths' ? (value / 10).toFixed(1) : String(value);
