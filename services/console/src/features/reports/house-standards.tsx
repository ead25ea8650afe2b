import type { HouseCounts } from '@kaerimichi/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { houseRoutes } from '../../api/house-routes.ts';
import type { BodyOf } from '../../api/route.ts';
import { useToday } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { CheckGroup } from '../../parts/choice-fields.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { parseDay } from '../../parts/parse-day.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { longDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { useAdminWrite } from '../admin/use-admin.ts';

type Standards = HouseCounts['standards'][number];
type Props = { readonly house: HouseCounts };

/** 施設基準の届出: what the house has notified, since when and who said so; changed by whoever administers it. */
export function HouseStandards({ house }: Props) {
  const { say } = useSpeech();
  const { standards, mayKeepBeds } = house;
  return (
    <section className="panel stack-tight" aria-label={say('house.standards')}>
      <h2>{say('house.standards')}</h2>
      <p className="muted small">{say('house.standardsHint')}</p>
      {standards.length === 0 && <p>{say(mayKeepBeds ? 'house.noStandards' : 'house.askStandards')}</p>}
      <ul className="content-list">
        {standards.map(one => (
          <li key={one.fromOn}>
            <SaidLine house={house} said={one} />
          </li>
        ))}
      </ul>
      {mayKeepBeds && (
        <details>
          <summary className="house-summary">{say('house.changeStandards')}</summary>
          <StandardsForm house={house} />
        </details>
      )}
    </section>
  );
}

const others = ['video', 'dpc'] as const;

function SaidLine({ house, said }: Props & { readonly said: Standards }) {
  const { say, code, pick, language } = useSpeech();
  const named = [
    ...house.notifiable.filter(({ id }) => said.notified.includes(id)).map(({ title }) => pick(title)),
    ...others.filter(one => said[one]).map(one => code('houseStandard', one)),
  ];
  return (
    <>
      {named.length > 0 ? named.join(say('common.listMark')) : say('house.nothingNotified')}
      <span className="small muted">
        {' '}
        {say('house.bedsFrom', { from: longDay(said.fromOn, language), by: said.by ?? '' })}
      </span>
    </>
  );
}

/** Begins with what was said last: a notification that is added changes one mark. */
function StandardsForm({ house: { standards, notifiable } }: Props) {
  const { say, code, pick } = useSpeech();
  const today = useToday();
  const client = useQueryClient();
  const last = standards.at(-1);
  const [from, setFrom] = useState<string>(today);
  const [ticked, setTicked] = useState<readonly string[]>([
    ...(last?.notified ?? []),
    ...others.filter(one => last?.[one]),
  ]);
  const keep = useAdminWrite(
    (api, body: BodyOf<typeof houseRoutes.keepStandards>, key) => api.call(houseRoutes.keepStandards, { body, key }),
    () => void client.invalidateQueries({ queryKey: ['house'] }),
  );
  const fromOn = parseDay(from, today);
  const send = () => {
    if (!fromOn) return;
    const notified = notifiable.map(({ id }) => id).filter(id => ticked.includes(id));
    keep.mutate({ fromOn, notified, video: ticked.includes('video'), dpc: ticked.includes('dpc') });
  };
  return (
    <div className="stack">
      <ProblemNote error={keep.error} />
      <CheckGroup
        id="house-notified"
        label={say('house.notified')}
        options={[
          ...notifiable.map(({ id, title }) => ({ value: id, label: pick(title) })),
          ...others.map(value => ({ value, label: code('houseStandard', value) })),
        ]}
        values={[...ticked]}
        onChange={setTicked}
      />
      <DayField
        label={say('house.standardsFromOn')}
        hint={say('house.standardsFromHint')}
        today={today}
        value={from}
        onChange={setFrom}
      />
      <p className="row">
        <Button isBusy={keep.isPending} onClick={send} whyNot={fromOn ? undefined : say('house.noDay')}>
          {say('house.keepStandards')}
        </Button>
        <span role="status" className="small">
          {keep.isSuccess && say('house.keptBeds')}
        </span>
      </p>
    </div>
  );
}
