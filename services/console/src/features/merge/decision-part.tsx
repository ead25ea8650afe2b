import type { MergeView } from '@kaerimichi/contracts';
import { type FormEvent, useState } from 'react';
import { useToday } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { ChoiceField } from '../../parts/choice-fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { dayAndTime } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { useDecideMerge } from './use-decide-merge.ts';

type Act = MergeView['can'][number];

const isAgreeing = (act: Act) => act !== 'reject';

/** Who proposed what, and what this person may do about it: each act with its reason. */
export function DecisionPart({ merge }: { readonly merge: MergeView }) {
  const { say } = useSpeech();
  const [act, setAct] = useState<Act | null>(null);
  const { can } = merge;
  return (
    <section className="panel stack-tight" aria-labelledby="merge-decision">
      <h2 id="merge-decision">{say('merge.decision')}</h2>
      <Proposed merge={merge} />
      {merge.state === 'proposed' && !can.some(isAgreeing) && <p className="muted">{say('merge.waitsForOther')}</p>}
      {act === null && can.length > 0 && (
        <p className="row">
          {can.map(one => (
            <Button key={one} {...(one === 'reject' ? {} : { kind: 'primary' as const })} onClick={() => setAct(one)}>
              {say(`merge.${one}`)}
            </Button>
          ))}
        </p>
      )}
      {act !== null && can.includes(act) && <ActForm key={act} merge={merge} act={act} onCancel={() => setAct(null)} />}
    </section>
  );
}

function Proposed({ merge: { proposed, reason, survivor, sides } }: { readonly merge: MergeView }) {
  const { say, code, language } = useSpeech();
  const today = useToday();
  if (!proposed) return null;
  const who = [proposed.org.name, code('role', proposed.role), proposed.name].filter(Boolean).join(' ');
  const goesOn = sides.find(({ id }) => id === survivor);
  const ends = sides.find(({ id }) => id !== survivor);
  return (
    <>
      <p>{say('merge.proposedBy', { who, at: dayAndTime(proposed.at, language, today) })}</p>
      <p>{say('merge.into', { ends: ends?.no ?? '', goesOn: goesOn?.no ?? '' })}</p>
      {reason && <p className="prose">{reason}</p>}
    </>
  );
}

type FormProps = { readonly merge: MergeView; readonly act: Act; readonly onCancel: () => void };

function ActForm({ merge, act, onCancel }: FormProps) {
  const { say } = useSpeech();
  const decide = useDecideMerge(merge.id);
  const [survivor, setSurvivor] = useState('');
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const missing = (text: string, label: string) =>
    isTried && text.trim() === '' ? say('fault.missing', { label }) : undefined;
  const isWhole = reason.trim() !== '' && (act !== 'propose' || survivor !== '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isWhole) decide.mutate(act === 'propose' ? { act, survivor, reason } : { act, reason });
  };
  return (
    <form className="form" noValidate onSubmit={submit}>
      <ProblemNote error={decide.error} />
      {act === 'propose' && (
        <ChoiceField
          label={say('merge.survivor')}
          isRequired
          error={missing(survivor, say('merge.survivor'))}
          options={merge.sides.map(({ id, no, lead }) => ({
            value: id,
            label: say('merge.side', { no, lead: lead.name }),
          }))}
          value={survivor}
          onChange={setSurvivor}
        />
      )}
      <TextField
        label={say('merge.reason')}
        isRequired
        isLong
        error={missing(reason, say('merge.reason'))}
        hint={say(`merge.hint.${act}`)}
        value={reason}
        onChange={setReason}
        input={{ maxLength: 1000 }}
      />
      <div className="form-actions row">
        <Button type="submit" kind="primary" isBusy={decide.isPending}>
          {say(`merge.${act}`)}
        </Button>
        <Button onClick={onCancel}>{say('record.cancel')}</Button>
      </div>
    </form>
  );
}
