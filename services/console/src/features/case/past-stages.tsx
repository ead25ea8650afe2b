import { useToday, useWorkplace } from '../../app/workplace.tsx';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { withoutPlaces } from '../board/columns.ts';
import type { StageStory } from './stage-stories.ts';

/** これまで: each stay with its days beside the usual, what held it up, who moved the case there, on what exceptions. */
export function PastStages({ stories }: { readonly stories: readonly StageStory[] }) {
  const { say } = useSpeech();
  if (stories.length === 0) return null;
  return (
    <section className="stack-tight">
      <h3>{say('path.sofar')}</h3>
      <ol className="visits">
        {stories.map(story => (
          <Story key={story.seq} story={story} />
        ))}
      </ol>
    </section>
  );
}

function Story({ story }: { readonly story: StageStory }) {
  const { say, code, pick, language } = useSpeech();
  const { pathway } = useWorkplace();
  const today = useToday();
  const { stage, on, days, isNow, movedBy, exceptions } = story;
  const found = pathway.stages.find(({ id }) => id === stage);
  const mover = movedBy && [movedBy.name ?? code('role', movedBy.role), movedBy.org].filter(Boolean).join(' · ');
  const exception = (id: string) => {
    const requirement = pathway.requirements.find(other => other.id === id);
    return requirement ? withoutPlaces(pick(requirement.text)) : id;
  };
  return (
    <li>
      <p>
        <strong>{found ? pick(found.label) : stage}</strong>{' '}
        {on && <span className="muted small">{shortDay(on, language, today)} </span>}
        {days !== null && (
          <span className="small">
            {isNow ? say('path.daysSoFar', { n: days }) : say('path.dayCount', { n: days })}
          </span>
        )}
        <Over story={story} />
      </p>
      {mover && <p className="small muted">{say('path.movedBy', { who: mover })}</p>}
      {exceptions.length > 0 && (
        <p className="small">
          {say('path.exceptions', { what: exceptions.map(exception).join(say('common.listMark')) })}
        </p>
      )}
    </li>
  );
}

/** `目安14日を7日超過:停止 機器9日`. */
function Over({ story: { guideDays, overDays, held } }: { readonly story: StageStory }) {
  const { say, code } = useSpeech();
  if (overDays === null || guideDays === null) return null;
  const said = held.map(hold => say('path.heldFor', { reason: code('code', hold.code), n: hold.days }));
  const over = say('path.overGuide', { guide: guideDays, n: overDays });
  return (
    <span className="small stage-over">
      {' '}
      {said.length > 0 ? say('path.overHeld', { over, held: said.join(say('common.listMark')) }) : over}
    </span>
  );
}
