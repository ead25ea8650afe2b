import type { HistoryEvent } from '@kaerimichi/contracts';
import type { ReactNode } from 'react';
import { clockTime } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';

type Props = {
  /** Who did what since, oldest first. */
  readonly since: readonly HistoryEvent[];
  /** What this person wanted to do. */
  readonly mine: string;
  /** Where to go from here. */
  readonly children: ReactNode;
};

/** Somebody was faster: who, when and what; one's own action was not carried out (experience.md §6.4). */
export function ConflictNote({ since, mine, children }: Props) {
  const { say, language, code } = useSpeech();
  return (
    <div className="note-soon stack-tight" role="alert">
      {since.length === 0 && <p>{say('conflict.first')}</p>}
      <ul>
        {since.map(({ seq, at, label, by }) => {
          if (at === null) return <li key={seq}>{label}</li>;
          const time = clockTime(at, language);
          const who = [code('role', by.role), by.org].filter(Boolean).join(' · ');
          return (
            <li key={seq}>
              {by.name
                ? say('conflict.byName', { time, name: by.name, label })
                : say('conflict.byRole', { time, who, label })}
            </li>
          );
        })}
      </ul>
      <p>{say('conflict.notDone', { mine })}</p>
      {children}
    </div>
  );
}
