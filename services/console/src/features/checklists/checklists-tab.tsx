import type { CaseView, CheckItem, Checklists } from '@kaerimichi/contracts';
import { useSearchParams } from 'react-router';
import { useSend } from '../../api/use-send.ts';
import { Button } from '../../parts/button.tsx';
import { Patience } from '../../parts/patience.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { AddCheck } from './add-check.tsx';
import { checkGroups, isSettled } from './check-groups.ts';
import { CheckRow } from './check-row.tsx';
import { ChooseTemplates } from './choose-templates.tsx';
import './checklists.css';
import { useChecklists } from './use-checklists.ts';

/** チェック: what there is to see to for this child, by section, each with its owner, its day and what shows it done. */
export function ChecklistsTab({ view }: { view: CaseView }) {
  const { say, code } = useSpeech();
  const { data, isPending, error, refetch } = useChecklists(view.id);
  return (
    <section className="stack">
      <h2>{code('tab', 'checklists')}</h2>
      <ProblemNote error={error} onRetry={() => void refetch()} />
      {isPending && <Patience look="part" />}
      {data && <Updates view={view} lists={data} />}
      {data && data.checks.length > 0 && (
        <p>{say('checks.done', { all: data.checks.length, done: data.checks.filter(isSettled).length })}</p>
      )}
      {data && data.checks.length === 0 && (
        <p className="muted">{say(data.can.choose ? 'checks.none' : 'checks.noneHere')}</p>
      )}
      {data?.can.choose && <ChooseTemplates view={view} lists={data} />}
      {data && <Sections view={view} items={data.checks} />}
      {data?.can.add && <AddCheck view={view} />}
    </section>
  );
}

function Sections({ view, items }: { view: CaseView; items: readonly CheckItem[] }) {
  const { say, code } = useSpeech();
  const [search] = useSearchParams();
  const named = search.get('item');
  return checkGroups(items).map(({ section, items: own, done }) => (
    <section key={section} className="panel stack-tight">
      <h3>
        {code('section', section)} <span className="small muted">{say('checks.done', { all: own.length, done })}</span>
      </h3>
      <ul className="check-list">
        {own.map(item => (
          <CheckRow key={item.id} view={view} item={item} isNamed={item.id === named} />
        ))}
      </ul>
    </section>
  ));
}

/** 「ひな型が更新されました」: what a newer release asks for besides comes only when somebody wants it. */
function Updates({ view, lists: { additions, can } }: { view: CaseView; lists: Checklists }) {
  const { say, code, pick } = useSpeech();
  const sending = useSend();
  if (!can.choose) return null;
  return additions.map(({ template, words }) => (
    <div key={template} className="panel stack-tight" role="status">
      <p>{say('checks.updated', { template: code('templates', template), n: words.length })}</p>
      <ul>
        {words.map(one => (
          <li key={one.ja}>{pick(one)}</li>
        ))}
      </ul>
      <p>
        <Button
          isBusy={sending.isBusy}
          onClick={() => {
            const body = { type: 'checklist.chosen', templates: [template] };
            void sending.send({ caseId: view.id, append: false, version: view.version, body, again: () => body });
          }}
        >
          {say('checks.addUpdate')}
        </Button>
      </p>
      <ProblemNote error={sending.error} />
    </div>
  ));
}
