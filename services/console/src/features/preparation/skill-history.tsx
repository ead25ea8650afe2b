import type { CaseView, Preparation, SkillCell } from '@kaerimichi/contracts';
import { useToday } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { FormLink } from './form-link.tsx';
import { LevelBar } from './level-bar.tsx';
import type { SkillPlace } from './skills-tab.tsx';

type Props = {
  readonly view: CaseView;
  readonly data: Preparation;
  readonly place: SkillPlace;
  /** null: this person assesses nobody. */
  readonly onAssess: (() => void) | null;
  readonly onClose: () => void;
};

/** What was seen and said of one caregiver and one procedure, the newest first: who saw it, when, and what to repeat. */
export function SkillHistory({ view, data, place, onAssess, onClose }: Props) {
  const { say, code } = useSpeech();
  const { learner, procedure, device } = place;
  const cell = data.skills?.cells.find(
    one => one.learner === learner && one.procedure === procedure && one.device === device,
  );
  const title = say('common.nameWith', { name: code('procedure', procedure), more: code('caregiver', learner) });
  return (
    <Sheet title={title} onClose={onClose}>
      <div className="stack">
        {cell && <Standing cell={cell} />}
        <p className="row">
          {onAssess && (
            <Button kind="primary" onClick={onAssess}>
              {say(cell?.standing === 'awaitsSecond' ? 'skills.second' : 'skills.record')}
            </Button>
          )}
          <FormLink view={view} can={data.can} event="skill.selfRated" fill={{ procedure, caregiver: learner }}>
            {say('skills.rate')}
          </FormLink>
        </p>
        {!cell && <p className="muted">{say('skills.never')}</p>}
        {cell && <Entries cell={cell} />}
      </div>
    </Sheet>
  );
}

function Standing({ cell: { level, standing, until, otherModel } }: { cell: SkillCell }) {
  const { say, code, language } = useSpeech();
  const today = useToday();
  return (
    <p>
      <LevelBar level={level} /> <b>{code('level', String(level))}</b>{' '}
      {standing !== 'learning' && say(otherModel ? 'skills.otherModelLong' : `skills.${standing}Long`)}{' '}
      {standing === 'alone' && until && say('skills.until', { day: shortDay(until, language, today) })}
    </p>
  );
}

function Entries({ cell: { history } }: { cell: SkillCell }) {
  const { say, code, language } = useSpeech();
  const today = useToday();
  return (
    <ol className="stack-tight skill-entries">
      {history.map(({ seq, on, by, level, selfRating, note, media }) => (
        <li key={seq}>
          <b>{level === null ? say('skills.ratedAlone') : code('level', String(level))}</b>{' '}
          {selfRating !== null && <span className="tag">{say('skills.self', { n: selfRating })}</span>}{' '}
          <span className="small muted">
            {shortDay(on, language, today)} {by.name ?? code('role', by.role)}
          </span>
          {note && <p>{say('skills.repeat', { text: note })}</p>}
          {media && <p className="small">{say('skills.mediaIs', { text: media })}</p>}
        </li>
      ))}
    </ol>
  );
}
