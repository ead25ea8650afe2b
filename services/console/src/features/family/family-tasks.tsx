import type { FamilyPage } from '@kaerimichi/contracts';
import { useToday } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { shortDay } from '../../words/dates.ts';
import { familyKey } from '../../words/family/family-words.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { Said } from './said.tsx';
import { useDecide, useFamilyText } from './use-family.ts';

/** わたしたちのすること: tasks of one's own, what care the child needs, what one practises, what was applied for. */
export function FamilyTasks({ page }: { page: FamilyPage }) {
  const { tasks, care, skills, schemes } = page;
  const open = tasks.filter(({ doneOn }) => doneOn === null);
  return (
    <section className="panel stack" aria-labelledby="family-tasks">
      <h2 id="family-tasks">
        <Said of="four" />
      </h2>
      {open.length + skills.length + schemes.length === 0 && (
        <p>
          <Said of="noTasks" />
        </p>
      )}
      {tasks.length > 0 && <Tasks page={page} />}
      {care.length > 0 && <Care care={care} />}
      {skills.length > 0 && (
        <>
          <h3>
            <Said of="skills" />
          </h3>
          <Known
            items={skills.map(({ procedure, level }) => ({ kind: 'procedure', id: procedure, state: `${level}` }))}
            states="level"
          />
        </>
      )}
      {schemes.length > 0 && (
        <>
          <h3>
            <Said of="schemes" />
          </h3>
          <Known items={schemes.map(({ kind, state }) => ({ kind: 'scheme', id: kind, state }))} states="scheme" />
        </>
      )}
    </section>
  );
}

/** What care the child needs, as a family says it. */
function Care({ care }: Pick<FamilyPage, 'care'>) {
  return (
    <>
      <h3>
        <Said of="care" />
      </h3>
      <ul className="tags">
        {care.map(need => (
          <li key={need} className="tag">
            <Said of={`care.${need}`} />
          </li>
        ))}
      </ul>
    </>
  );
}

type KnownProps = {
  readonly items: readonly { readonly kind: string; readonly id: string; readonly state: string }[];
  readonly states: 'level' | 'scheme';
};

/** What something is called, and how far it has come. */
function Known({ items, states }: KnownProps) {
  const { code } = useSpeech();
  return (
    <ul className="stack-tight">
      {items.map(({ kind, id, state }) => {
        const key = familyKey(states, state);
        return (
          <li key={id} className="family-line">
            <span>{code(kind, id)}</span>
            <b>{key && <Said of={key} />}</b>
          </li>
        );
      })}
    </ul>
  );
}

function Tasks({ page: { case: of, tasks } }: { page: FamilyPage }) {
  const { language } = useSpeech();
  const text = useFamilyText();
  const today = useToday();
  const { decide, isBusy, error } = useDecide(of);
  const day = (on: string) => shortDay(on, language, today);
  return (
    <>
      <ProblemNote error={error} />
      <ul className="stack">
        {tasks.map(({ id, what, since, dueOn, doneOn }) => (
          <li key={id} className="stack-tight">
            {what && (
              <p>
                <b>{what}</b>
              </p>
            )}
            <p>
              <Said of="task" places={{ day: day(since) }} />
            </p>
            {doneOn && (
              <p className="note-done">
                <Said of="taskDone" places={{ day: day(doneOn) }} />
              </p>
            )}
            {!doneOn && dueOn && (
              <p>
                <b>
                  <Said of="taskDue" places={{ day: day(dueOn) }} />
                </b>
              </p>
            )}
            {!doneOn && (
              <Button
                kind="primary"
                isBusy={isBusy}
                aria-label={text('doneOf', { task: what ?? text('task', { day: day(since) }) })}
                onClick={() => void decide({ type: 'actionItem.closed', actionItemId: id })}
              >
                <Said of="done" />
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
