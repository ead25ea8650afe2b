import type { CaseView, Preparation } from '@kaerimichi/contracts';
import { devicesFor, procedures } from '@kaerimichi/discharge';
import { type FormEvent, useState } from 'react';
import { useSend } from '../../api/use-send.ts';
import { useToday } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { parseDay } from '../../parts/parse-day.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { MoreOfSkill } from './more-of-skill.tsx';
import { otherLearners } from './other-learners.ts';
import type { AskedPlace } from './skills-tab.tsx';
import { TileField } from './tile-field.tsx';

type Props = {
  readonly view: CaseView;
  readonly data: Preparation;
  /** Chosen already: the cell that was pressed. */
  readonly asked: AskedPlace;
  readonly onClose: () => void;
};

const LEVELS = ['0', '1', '2', '3', '4'] as const;

/** 手技を記録する in three presses: who, which procedure, how far; saved. Whatever else there is to say is behind a fold. */
export function SkillSheet({ view, data, asked, onClose }: Props) {
  const { say, code } = useSpeech();
  const sending = useSend();
  const entry = useEntry(data, asked);
  const { input, change } = entry;
  const matrix = data.skills;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (entry.whyNot || sending.isBusy) return;
    const sent = await sending.send({ caseId: view.id, append: false, version: view.version, body: entry.body() });
    if (sent.ok) onClose();
  };
  const known = matrix?.learners.map(({ id }) => id) ?? [];
  const wanted = matrix?.procedures.map(({ id }) => id) ?? [];
  return (
    <Sheet title={say('skills.record')} size="wide" onClose={onClose}>
      <form className="stack" noValidate onSubmit={event => void submit(event)}>
        <TileField
          legend={say('skills.who')}
          name="learner"
          options={withWords(known.length > 0 ? known : ['mother', 'father'], id => code('caregiver', id))}
          more={withWords(otherLearners(known), id => code('caregiver', id))}
          value={input.learner}
          onChange={learner => change({ learner })}
        />
        <TileField
          legend={say('skills.procedure')}
          name="procedure"
          options={withWords(wanted, id => code('procedure', id))}
          more={withWords(
            procedures.filter(id => !wanted.includes(id)),
            id => code('procedure', id),
          )}
          value={input.procedure}
          onChange={procedure => change({ procedure, device: null })}
        />
        <TileField
          legend={say('skills.level')}
          name="level"
          options={withWords(LEVELS, id => code('level', id))}
          value={input.level}
          onChange={level => change({ level })}
        />
        <MoreOfSkill input={input} change={change} devices={entry.devices} />
        <div className="row">
          <Button type="submit" kind="primary" isBusy={sending.isBusy} whyNot={entry.whyNot}>
            {say('skills.save')}
          </Button>
        </div>
        <ProblemNote error={sending.error} />
      </form>
    </Sheet>
  );
}

const withWords = (ids: readonly string[], word: (id: string) => string) =>
  ids.map(value => ({ value, label: word(value) }));

export type SkillInput = {
  readonly learner: string;
  readonly procedure: string;
  readonly level: string;
  /** null: the one that there is. */
  readonly device: string | null;
  readonly selfRating: string;
  readonly note: string;
  readonly media: string;
  readonly occurredOn: string;
};

function useEntry({ devices }: Preparation, asked: AskedPlace) {
  const { say } = useSpeech();
  const today = useToday();
  const [input, setInput] = useState<SkillInput>({
    ...{ learner: asked.learner ?? '', procedure: asked.procedure ?? '', level: '', device: asked.device ?? null },
    ...{ selfRating: '', note: '', media: '', occurredOn: '' },
  });
  const fitting = devicesFor(devices?.devices ?? [], input.procedure);
  const device = input.device ?? fitting[0]?.id ?? '';
  const day = parseDay(input.occurredOn, today);
  const isUnread = input.occurredOn.trim() !== '' && !day;
  const isChosen = [input.learner, input.procedure, input.level].every(part => part !== '');
  return {
    input: { ...input, device },
    change: (part: Partial<SkillInput>) => setInput(before => ({ ...before, ...part })),
    devices: fitting,
    whyNot: isUnread ? say('err.date') : isChosen ? undefined : say('skills.chooseFirst'),
    body: () => ({
      type: 'skill.assessed',
      ...{ procedure: input.procedure, caregiver: input.learner, level: Number(input.level) },
      ...(device ? { deviceModel: device } : {}),
      ...(input.selfRating ? { selfRating: Number(input.selfRating) } : {}),
      ...(input.note.trim() ? { note: input.note } : {}),
      ...(input.media.trim() ? { media: input.media } : {}),
      ...(day ? { occurredOn: day } : {}),
    }),
  };
}
