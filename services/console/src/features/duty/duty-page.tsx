import type { KeptDuty } from '@kaerimichi/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { dutyRoutes } from '../../api/duty-routes.ts';
import { problemOf } from '../../api/problem-error.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { useApi } from '../../app/services.tsx';
import { useWorkplace } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { Patience } from '../../parts/patience.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { shownTelephone } from '../../parts/telephone.ts';
import { clockTime, dayAndTime } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import '../form/form.css';
import { ErrorSummary } from '../form/error-summary.tsx';
import { KeptDraft } from '../form/kept-draft.tsx';
import { useDraftedInput } from '../form/use-drafted-input.ts';
import type { Message } from '../form/use-event-form.ts';
import './duty.css';
import { BandFields, PostFields } from './duty-fields.tsx';
import { type DutyInput, emptyDuty, keptDuty, readDuty } from './duty-input.ts';
import { EveryWeek, SingleWeek } from './duty-weeks.tsx';
import { useSaveDuty } from './use-save-duty.ts';

const OWN = ['duty'] as const;
const draftAbout = { place: 'duty', caseId: null, subject: 'duty', route: '/duty' };

/** 当直表: who is on duty in the own house, every week and on single days. */
export function DutyPage() {
  const { say, language } = useSpeech();
  const { me } = useWorkplace();
  const api = useApi();
  const client = useQueryClient();
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const kept = useQuery({ queryKey: OWN, queryFn: ({ signal }) => api.call(dutyRoutes.duty, { signal }) });
  usePageTitle(say('nav.duty'));
  return (
    <div className="page stack">
      <h1>{say('nav.duty')}</h1>
      <p className="muted">{say('duty.intro', { org: me.membership.org.name })}</p>
      <ProblemNote error={kept.error} onRetry={() => void kept.refetch()} />
      {!kept.data && !kept.error && <Patience />}
      {kept.data && (
        <Writing
          // A version that is saved, or somebody else's that is opened, begins the form anew.
          key={kept.data.version}
          kept={kept.data}
          onSaved={answer => {
            client.setQueryData(OWN, answer);
            setSavedAt(Date.now());
          }}
          onReload={() => void kept.refetch()}
        />
      )}
      <p role="status" className="small muted">
        {savedAt !== null && say('duty.saved', { time: clockTime(savedAt, language) })}
      </p>
    </div>
  );
}

type WritingProps = {
  readonly kept: KeptDuty;
  readonly onSaved: (kept: KeptDuty) => void;
  readonly onReload: () => void;
};

function Writing({ kept, onSaved, onReload }: WritingProps) {
  const { say } = useSpeech();
  const [first] = useState(() => inputOf(kept, { day: say('duty.defaultDay'), night: say('duty.defaultNight') }));
  const drafted = useDraftedInput<DutyInput>({ about: draftAbout, first, parse: keptDuty });
  const { input } = drafted;
  const [answers, setAnswers] = useState(0);
  const save = useSaveDuty();
  const { roster, faults } = readDuty(input);
  const messages = useMessages(answers > 0 ? faults : [], save.error);
  const change = (next: DutyInput) => {
    save.reset();
    drafted.change(next);
  };
  const submit = async () => {
    const { version } = input;
    const saved = faults.length === 0 ? await save.mutateAsync({ roster, version }).catch(() => null) : null;
    if (!saved) return setAnswers(now => now + 1);
    drafted.forget();
    onSaved(saved);
  };
  const fields = { input, onChange: change, errorAt: (path: string) => messages.find(one => one.path === path)?.text };
  const isConflict = problemOf(save.error)?.code === 'version-conflict';
  return (
    <form
      className="form"
      noValidate
      onSubmit={submitted => {
        submitted.preventDefault();
        if (!save.isPending) void submit();
      }}
    >
      <Changed kept={kept} />
      <ErrorSummary messages={messages} answers={answers} />
      {save.error && messages.length === 0 && <ProblemNote error={save.error} />}
      {isConflict && (
        <p>
          <Button
            onClick={() => {
              drafted.forget();
              onReload();
            }}
          >
            {say('duty.takeTheirs')}
          </Button>
        </p>
      )}
      <BandFields {...fields} />
      <PostFields {...fields} />
      <EveryWeek {...fields} />
      <SingleWeek {...fields} today={kept.today} />
      <div className="form-actions">
        <Button type="submit" kind="primary" isBusy={save.isPending}>
          {say('duty.save')}
        </Button>
        <KeptDraft {...drafted.draft} />
      </div>
    </form>
  );
}

function inputOf({ roster, version }: KeptDuty, names: { day: string; night: string }): DutyInput {
  if (!roster) return { ...emptyDuty(names, () => crypto.randomUUID()), version };
  const posts = roster.posts.map(post => ({ ...post, telephone: shownTelephone(post.telephone) }));
  return { ...roster, posts, version };
}

/** Who saved it last. */
function Changed({ kept: { changed, today } }: { readonly kept: KeptDuty }) {
  const { say, language } = useSpeech();
  if (!changed) return null;
  const time = dayAndTime(changed.at, language, today);
  return (
    <p className="small muted">
      {changed.by === null ? say('duty.changedBy', { time }) : say('duty.changed', { time, name: changed.by })}
    </p>
  );
}

const whyKeys = { missing: 'fault.missing', time: 'err.time', telephone: 'err.telephone' } as const;

/** What cannot be read here, and what the server found, each at its field. */
function useMessages(faults: ReturnType<typeof readDuty>['faults'], error: unknown): Message[] {
  const { say } = useSpeech();
  const labelOf = (path: string) => {
    const [part, at, field] = path.split('.');
    const n = Number(at) + 1;
    if (part === 'posts') return say(field === 'name' ? 'duty.post' : 'duty.telephone', { n });
    return say(field === 'begins' ? 'duty.begins' : field === 'ends' ? 'duty.ends' : 'duty.band', { n });
  };
  const issues = problemOf(error)?.issues ?? [];
  return [
    ...faults.map(({ path, why }) => ({
      path,
      label: labelOf(path),
      text: say(whyKeys[why], why === 'missing' ? { label: labelOf(path) } : {}),
    })),
    ...issues.map(({ path, message }) => ({ path: path.replace(/^roster\./, ''), text: message })),
  ];
}
