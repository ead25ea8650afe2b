import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { problemOf } from '../../api/problem-error.ts';
import { Button } from '../../parts/button.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import '../case/case.css';
import '../form/form.css';
import { KeptDraft } from '../form/kept-draft.tsx';
import { keptInput } from '../form/kept-input.ts';
import { useDraftedInput } from '../form/use-drafted-input.ts';
import { numberOf } from './number-of.ts';
import { useProposeMerge } from './use-decide-merge.ts';

const names = ['survivor', 'absorbed', 'reason'] as const;
type Name = (typeof names)[number];

const nothing: Readonly<Record<Name, string>> = { survivor: '', absorbed: '', reason: '' };
const about = { place: 'merge.new', caseId: null, subject: 'merge', route: '/merges' };

/** Two cases that somebody knows to be one child, by number. */
export function ProposeForm() {
  const { say } = useSpeech();
  const navigate = useNavigate();
  const propose = useProposeMerge();
  const {
    input: typed,
    change,
    forget,
    draft,
  } = useDraftedInput({ about, first: nothing, parse: kept => keptInput(nothing, kept) });
  const [isTried, setTried] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const wish = { survivor: numberOf(typed.survivor), absorbed: numberOf(typed.absorbed), reason: typed.reason.trim() };
  const issues = problemOf(propose.error)?.issues ?? [];
  const errorOf = (name: Name) =>
    isTried && wish[name] === ''
      ? say('fault.missing', { label: say(`merge.by.${name}`) })
      : issues.find(({ path }) => path === name)?.message;
  const field = (name: Name) => ({
    label: say(`merge.by.${name}`),
    isRequired: true,
    error: errorOf(name),
    value: typed[name],
    onChange: (text: string) => change({ [name]: text }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (names.every(name => wish[name] !== '')) setAsked(true);
  };
  const send = async () => {
    setAsked(false);
    const made = await propose.mutateAsync(wish).catch(() => null);
    if (!made) return;
    forget();
    void navigate(`/merges/${made.id}`);
  };
  return (
    <section className="panel stack" aria-labelledby="merge-propose">
      <h2 id="merge-propose">{say('merge.byNumber')}</h2>
      <form className="form" noValidate onSubmit={submit}>
        {issues.length === 0 && <ProblemNote error={propose.error} />}
        <div className="field-pair">
          <TextField {...field('survivor')} input={{ autoComplete: 'off' }} />
          <TextField {...field('absorbed')} input={{ autoComplete: 'off' }} />
        </div>
        <TextField {...field('reason')} isLong hint={say('merge.hint.propose')} input={{ maxLength: 1000 }} />
        <div className="form-actions">
          <Button type="submit" isBusy={propose.isPending}>
            {say('merge.propose')}
          </Button>
          <KeptDraft {...draft} />
        </div>
      </form>
      {isAsked && <SureSheet wish={wish} onClose={() => setAsked(false)} onSure={() => void send()} />}
    </section>
  );
}

type SureProps = {
  readonly wish: Readonly<Record<Name, string>>;
  readonly onClose: () => void;
  readonly onSure: () => void;
};

/** A slip of the keyboard would tell two hospitals of each other's children: both numbers are read once more. */
function SureSheet({ wish, onClose, onSure }: SureProps) {
  const { say } = useSpeech();
  return (
    <Sheet title={say('merge.sureTitle')} onClose={onClose}>
      <div className="stack">
        <dl className="facts">
          {(['survivor', 'absorbed'] as const).map(name => (
            <div key={name}>
              <dt>{say(`merge.by.${name}`)}</dt>
              <dd className="unbroken">{wish[name]}</dd>
            </div>
          ))}
        </dl>
        <p className="note-soon">{say('merge.sure')}</p>
        <p className="row">
          <Button kind="primary" onClick={onSure}>
            {say('merge.sureNow')}
          </Button>
          <Button onClick={onClose}>{say('record.cancel')}</Button>
        </p>
      </div>
    </Sheet>
  );
}
