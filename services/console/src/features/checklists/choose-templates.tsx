import type { CaseView, Checklists } from '@kaerimichi/contracts';
import { type FormEvent, useState } from 'react';
import { useSend } from '../../api/use-send.ts';
import { useWorkplace } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { CheckGroup } from '../../parts/choice-fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { plannedDischarge } from '../form/planned-discharge.ts';
import { OwnerAndDay, useOwned } from './owner-and-day.tsx';

type Props = { readonly view: CaseView; readonly lists: Checklists };

/** Templates by need, those that suit the child ticked already; what several ask for is there once. */
export function ChooseTemplates({ view, lists }: Props) {
  const { say, code } = useSpeech();
  const chosen = lists.templates.filter(({ isChosen }) => isChosen);
  const others = lists.templates.filter(({ isChosen }) => !isChosen);
  return (
    <div className="stack-tight">
      {chosen.length > 0 && (
        <p className="small muted">
          {say('checks.chosen', { what: chosen.map(({ id }) => code('templates', id)).join(say('common.listMark')) })}
        </p>
      )}
      {others.length > 0 && (
        <details className="panel" open={chosen.length === 0}>
          <summary>{say('checks.choose')}</summary>
          <TemplateForm key={others.map(({ id }) => id).join()} view={view} templates={others} />
        </details>
      )}
    </div>
  );
}

function TemplateForm({ view, templates }: { view: CaseView; templates: Checklists['templates'] }) {
  const { say, code } = useSpeech();
  const { me } = useWorkplace();
  const sending = useSend();
  const [chosen, setChosen] = useState(() =>
    templates.flatMap(({ id, isSuggested }) => (isSuggested ? [id as string] : [])),
  );
  const [typed, setTyped] = useState(() => ({ owner: me.membership.id, dueOn: plannedDischarge(view) ?? '' }));
  const { owned, fields } = useOwned(view, typed, part => setTyped({ ...typed, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen.length === 0 || sending.isBusy || !owned) return;
    const body = { type: 'checklist.chosen', templates: chosen, ...owned };
    void sending.send({ caseId: view.id, append: false, version: view.version, body, again: () => body });
  };
  const option = ({ id, isSuggested }: Checklists['templates'][number]) => {
    const what = code('templates', id);
    return { value: id, label: isSuggested && id !== 'everyChild' ? say('checks.suggested', { what }) : what };
  };
  return (
    <form className="stack-tight" noValidate onSubmit={submit}>
      <CheckGroup
        label={say('checks.templates')}
        id="templates"
        options={templates.map(option)}
        values={chosen}
        onChange={setChosen}
      />
      <OwnerAndDay {...fields} hint={say('checks.dueHint')} />
      <p>
        <Button
          type="submit"
          kind="primary"
          isBusy={sending.isBusy}
          whyNot={chosen.length === 0 ? say('checks.chooseFirst') : undefined}
        >
          {say('checks.addTemplates')}
        </Button>
      </p>
      <ProblemNote error={sending.error} />
    </form>
  );
}
