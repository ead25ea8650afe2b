import type { SubstitutionShown } from '@kaerimichi/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { routes } from '../../api/routes.ts';
import { useKeyedWrite } from '../../api/use-keyed-write.ts';
import { useApi } from '../../app/services.tsx';
import { useToday, useWorkplace } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { parseDay } from '../../parts/parse-day.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { ColleagueField } from './change-fields.tsx';

type Absent = { readonly membership: string; readonly name: string };

/** 代理: who sees one's tasks while one is away, from a day to a day; an administrator says so for somebody else. */
export function AwaySheet({ absent, onClose }: { readonly absent?: Absent; readonly onClose: () => void }) {
  const { say } = useSpeech();
  const api = useApi();
  const { me } = useWorkplace();
  const listed = useQuery({
    queryKey: ['substitutes'],
    queryFn: ({ signal }) => api.call(routes.substitutes, { signal }),
    staleTime: 0,
  });
  const known = listed.data?.substitutes ?? [];
  const all = absent ? known.filter(({ membership }) => membership === absent.membership) : known;
  const title = absent ? say('away.titleOf', { name: absent.name }) : say('away.title');
  return (
    <Sheet title={title} onClose={onClose}>
      <div className="stack">
        <p>{say('away.what')}</p>
        <ProblemNote error={listed.error} onRetry={() => void listed.refetch()} />
        {all.length > 0 && (
          <ul className="stack-tight">
            {all.map(one => (
              <Known key={one.id} known={one} isMine={one.membership === me.membership.id} />
            ))}
          </ul>
        )}
        <NewSubstitute membership={absent?.membership ?? me.membership.id} />
      </div>
    </Sheet>
  );
}

function Known({ known, isMine }: { known: SubstitutionShown; isMine: boolean }) {
  const { say, language } = useSpeech();
  const api = useApi();
  const client = useQueryClient();
  const today = useToday();
  const [error, setError] = useState<unknown>(null);
  const days = { from: shortDay(known.fromOn, language, today), until: shortDay(known.untilOn, language, today) };
  const who = isMine
    ? say('away.mine', { name: known.substituteName, ...days })
    : say('away.other', { name: known.name, substitute: known.substituteName, ...days });
  const end = () =>
    api
      .call(routes.endSubstitute, { params: { id: known.id } })
      .then(() => client.invalidateQueries({ queryKey: ['substitutes'] }))
      .then(() => client.invalidateQueries({ queryKey: ['tasks'] }))
      .catch(setError);
  return (
    <li className="row spread panel">
      <span>{who}</span>
      <Button isSmall aria-label={say('away.endName', { who })} onClick={() => void end()}>
        {say('away.end')}
      </Button>
      <ProblemNote error={error} />
    </li>
  );
}

function NewSubstitute({ membership }: { readonly membership: string }) {
  const { say } = useSpeech();
  const api = useApi();
  const client = useQueryClient();
  const today = useToday();
  const [substitute, setSubstitute] = useState('');
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState('');
  const [state, setState] = useState<{ isBusy: boolean; error?: unknown; isDone?: boolean }>({ isBusy: false });
  const days = { fromOn: parseDay(from, today), untilOn: parseDay(until, today) };
  const write = useKeyedWrite((body: { substitute: string; fromOn: string; untilOn: string }, key) =>
    api.call(routes.makeSubstitute, { body: { membership, ...body }, key }),
  );
  const whyNot =
    substitute === '' ? say('task.missing.owner') : days.fromOn && days.untilOn ? undefined : say('away.days');
  const send = async () => {
    if (!days.fromOn || !days.untilOn) return;
    setState({ isBusy: true });
    try {
      await write({ substitute, fromOn: days.fromOn, untilOn: days.untilOn });
      await client.invalidateQueries({ queryKey: ['substitutes'] });
      setSubstitute('');
      setState({ isBusy: false, isDone: true });
    } catch (error) {
      setState({ isBusy: false, error });
    }
  };
  return (
    <form
      className="stack"
      onSubmit={event => {
        event.preventDefault();
        if (!whyNot && !state.isBusy) void send();
      }}
    >
      <ColleagueField label={say('away.who')} value={substitute} but={membership} onChange={setSubstitute} />
      <DayField label={say('away.from')} isRequired value={from} onChange={setFrom} today={today} />
      <DayField label={say('away.until')} isRequired value={until} onChange={setUntil} today={today} />
      <ProblemNote error={state.error} />
      <p>
        <Button kind="primary" type="submit" isBusy={state.isBusy} whyNot={whyNot}>
          {say('away.set')}
        </Button>{' '}
        <span role="status">{state.isDone ? say('away.isSet') : ''}</span>
      </p>
    </form>
  );
}
