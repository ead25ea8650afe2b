import type { MergeView } from '@kaerimichi/contracts';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '../../parts/button.tsx';
import { ChoiceField } from '../../parts/choice-fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { KeptDraft } from '../form/kept-draft.tsx';
import { keptInput } from '../form/kept-input.ts';
import { useDraftedInput } from '../form/use-drafted-input.ts';
import { RoundWords } from './round-words.tsx';
import { useDecideMerge } from './use-decide-merge.ts';

type Act = MergeView['can'][number];

/** What was decided is proposed anew. */
const labelOf = ({ decided }: MergeView, act: Act) =>
  decided && act === 'propose' ? 'merge.proposeAnew' : (`merge.${act}` as const);

const isAgreeing = (act: Act) => act !== 'reject';

/** Who proposed what, and what this person may do about it: each act with its reason. */
export function DecisionPart({ merge }: { readonly merge: MergeView }) {
  const { say } = useSpeech();
  const [act, setAct] = useState<Act | null>(null);
  const { can } = merge;
  return (
    <section className="panel stack-tight" aria-labelledby="merge-decision">
      <h2 id="merge-decision">{say('merge.decision')}</h2>
      <RoundWords round={merge} sides={merge.sides} />
      {merge.state === 'proposed' && !can.some(isAgreeing) && <p className="muted">{say('merge.waitsForOther')}</p>}
      {act === null && can.length > 0 && (
        <p className="row">
          {can.map(one => (
            <Button key={one} {...(one === 'reject' ? {} : { kind: 'primary' as const })} onClick={() => setAct(one)}>
              {say(labelOf(merge, one))}
            </Button>
          ))}
        </p>
      )}
      {act !== null && can.includes(act) && <ActForm key={act} merge={merge} act={act} onCancel={() => setAct(null)} />}
    </section>
  );
}

const nothing = { survivor: '', reason: '' };

type FormProps = { readonly merge: MergeView; readonly act: Act; readonly onCancel: () => void };

function ActForm({ merge, act, onCancel }: FormProps) {
  const { say } = useSpeech();
  const navigate = useNavigate();
  const decide = useDecideMerge(merge.id);
  const { input, change, forget, draft } = useDraftedInput({
    about: { place: `merge.${merge.id}.${act}`, caseId: null, subject: 'merge', route: `/merges/${merge.id}` },
    first: nothing,
    parse: kept => keptInput(nothing, kept),
  });
  const { survivor, reason } = input;
  const [isTried, setTried] = useState(false);
  const missing = (text: string, label: string) =>
    isTried && text.trim() === '' ? say('fault.missing', { label }) : undefined;
  const isWhole = reason.trim() !== '' && (act !== 'propose' || survivor !== '');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isWhole) return;
    const made = await decide
      .mutateAsync(act === 'propose' ? { act, survivor, reason } : { act, reason })
      .catch(() => null);
    if (made) forget();
    // Proposed anew it is a proposal of its own.
    if (made && made.id !== merge.id) void navigate(`/merges/${made.id}`);
  };
  return (
    <form className="form" noValidate onSubmit={event => void submit(event)}>
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
          onChange={value => change({ survivor: value })}
        />
      )}
      <TextField
        label={say('merge.reason')}
        isRequired
        isLong
        error={missing(reason, say('merge.reason'))}
        hint={say(`merge.hint.${act}`)}
        value={reason}
        onChange={text => change({ reason: text })}
        input={{ maxLength: 1000 }}
      />
      <div className="form-actions row">
        <Button type="submit" kind="primary" isBusy={decide.isPending}>
          {say(labelOf(merge, act))}
        </Button>
        <Button
          onClick={() => {
            forget();
            onCancel();
          }}
        >
          {say('record.cancel')}
        </Button>
        <KeptDraft {...draft} />
      </div>
    </form>
  );
}
