import type { ViewScope } from '@kaerimichi/contracts';
import { type FormEvent, useState } from 'react';
import { problemOf } from '../../api/problem-error.ts';
import { Button } from '../../parts/button.tsx';
import { ChoiceField } from '../../parts/choice-fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import type { BoardView } from './use-board-view.ts';
import { useViewWrites } from './use-saved-views.ts';

type Props = { readonly scopes: readonly ViewScope[]; readonly view: BoardView; readonly onSaved: () => void };

/** Saves how the board is looked at now under a name; what is typed into the search is no part of it. */
export function SaveViewForm({ scopes, view, onSaved }: Props) {
  const { say, code } = useSpeech();
  const { save } = useViewWrites();
  const [name, setName] = useState('');
  const [scope, setScope] = useState<ViewScope>('personal');
  const [fault, setFault] = useState<unknown>(null);
  const [isMissing, setMissing] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const issue = problemOf(fault)?.issues?.find(({ path }) => path === 'name')?.message;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setMissing(name.trim() === '');
    if (name.trim() === '' || isBusy) return;
    setFault(null);
    setBusy(true);
    try {
      const saved = await save({ name, scope, settings: view.settings });
      view.choose(saved.id, saved.settings);
      onSaved();
    } catch (refused) {
      setFault(refused);
      setBusy(false);
    }
  };
  return (
    <form className="panel stack" onSubmit={submit} noValidate>
      <h3>{say('view.saveNow')}</h3>
      <TextField
        label={say('view.name')}
        hint={say('view.nameHint')}
        error={isMissing ? say('view.nameMissing') : issue}
        value={name}
        onChange={setName}
        input={{ maxLength: 40, autoComplete: 'off' }}
      />
      <ChoiceField
        label={say('view.scope')}
        options={scopes.map(value => ({ value, label: code('viewScope', value) }))}
        value={scope}
        onChange={value => setScope(scopes.find(one => one === value) ?? 'personal')}
      />
      {!issue && <ProblemNote error={fault} />}
      <p>
        <Button type="submit" kind="primary" isBusy={isBusy}>
          {say('view.save')}
        </Button>
      </p>
    </form>
  );
}
