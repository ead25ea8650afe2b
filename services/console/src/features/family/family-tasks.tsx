import type { FamilyPage } from '@kaerimichi/contracts';
import { useState } from 'react';
import { useToday } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { shortDay } from '../../words/dates.ts';
import { familyKey } from '../../words/family/family-words.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { FamilyMeeting } from './family-meeting.tsx';
import { FamilyProblem } from './family-problem.tsx';
import { FamilyRatings } from './family-ratings.tsx';
import { Said, SaidCode } from './said.tsx';
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
      {open.length + skills.length + schemes.length + page.meetings.length === 0 && (
        <p>
          <Said of="noTasks" />
        </p>
      )}
      {page.meetings.map(meeting => (
        <FamilyMeeting key={meeting.conference} of={page.case} meeting={meeting} />
      ))}
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
          <FamilyRatings page={page} />
        </>
      )}
      {schemes.length > 0 && (
        <>
          <h3>
            <Said of="schemes" />
          </h3>
          <Known items={schemes.map(({ kind, state }) => ({ kind: 'entitlement', id: kind, state }))} states="scheme" />
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
  return (
    <ul className="stack-tight">
      {items.map(({ kind, id, state }) => {
        const key = familyKey(states, state);
        return (
          <li key={id} className="family-line">
            <span>
              <SaidCode kind={kind} id={id} />
            </span>
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
  const day = (on: string) => shortDay(on, language, today);
  const [asked, setAsked] = useState<string | null>(null);
  const called = (id: string) => {
    const task = tasks.find(other => other.id === id && other.doneOn === null);
    return task && (task.what ?? text('task', { day: day(task.since) }));
  };
  const task = asked === null ? undefined : called(asked);
  return (
    <>
      {asked !== null && task !== undefined && (
        <DoneSheet of={of} id={asked} task={task} onClose={() => setAsked(null)} />
      )}
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
                aria-label={text('doneOf', { task: called(id) ?? '' })}
                onClick={() => setAsked(id)}
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

type SheetProps = {
  readonly of: FamilyPage['case'];
  readonly id: string;
  /** What there was to do. */
  readonly task: string;
  readonly onClose: () => void;
};

/** Asks once: a family cannot take it back itself, and the others no longer wait for it. */
function DoneSheet({ of, id, task, onClose }: SheetProps) {
  const { decide, isBusy, error } = useDecide(of);
  const text = useFamilyText();
  const close = async () => {
    const sent = await decide({ type: 'actionItem.closed', actionItemId: id });
    if (sent.ok) onClose();
  };
  return (
    <Sheet title={<Said of="doneOf" places={{ task }} />} onClose={onClose}>
      <div className="stack family">
        <p>
          <b>{task}</b>
        </p>
        <p>
          <Said of="doneSure" />
        </p>
        <FamilyProblem error={error} />
        <p className="row">
          <Button kind="primary" aria-label={text('doneNow')} isBusy={isBusy} onClick={() => void close()}>
            <Said of="doneNow" />
          </Button>
          <Button aria-label={text('notYet')} onClick={onClose}>
            <Said of="notYet" />
          </Button>
        </p>
      </div>
    </Sheet>
  );
}
