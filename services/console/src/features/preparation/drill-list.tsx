import type { SkillMatrix } from '@kaerimichi/contracts';
import type { ReactNode } from 'react';
import { useToday } from '../../app/workplace.tsx';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';

/** What was rehearsed for the worst moment, by whom and when. */
export function DrillList({ drills, children }: Pick<SkillMatrix, 'drills'> & { readonly children: ReactNode }) {
  const { say, code, language } = useSpeech();
  const today = useToday();
  return (
    <section className="panel stack-tight">
      <div className="row spread">
        <h3>{say('skills.drills')}</h3>
        {children}
      </div>
      {drills.length === 0 && <p className="muted">{say('skills.noDrills')}</p>}
      <ul className="stack-tight">
        {drills.map(({ seq, on, drill, learner, withoutHelp, note, by }) => (
          <li key={seq}>
            <b>{code('drill', drill)}</b> {code('caregiver', learner)}{' '}
            <span className="tag">{say(withoutHelp ? 'skills.withoutHelp' : 'skills.withHelp')}</span>{' '}
            <span className="small muted">
              {shortDay(on, language, today)} {by.name ?? code('role', by.role)}
            </span>
            {note && <p className="small">{note}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
