import type { HouseCounts } from '@kaerimichi/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { houseRoutes } from '../../api/house-routes.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { useApi } from '../../app/services.tsx';
import { useToday } from '../../app/workplace.tsx';
import { NumberField } from '../../parts/number-field.tsx';
import { parseWhole } from '../../parts/parse-whole.ts';
import { Patience } from '../../parts/patience.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { longDay, shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { PlainTable } from '../admin/add-form.tsx';
import { HouseBeds } from './house-beds.tsx';
import { HouseStandards } from './house-standards.tsx';
import './reports.css';

/** More than a house claims in a year is a slip of the keyboard. */
const MOST_CLAIMS = 99_999;

/** 施設基準(参考): what this organisation counts of itself, each figure with what is needed and what it was counted from. */
export function HousePage() {
  const { say, language } = useSpeech();
  const api = useApi();
  usePageTitle(say('house.title'));
  const [typed, setTyped] = useState('');
  const number = typed.trim() === '' ? undefined : parseWhole(typed);
  const isUnread = number === null || (number !== undefined && (number < 0 || number > MOST_CLAIMS));
  const claims = isUnread || number === undefined ? undefined : String(number);
  const house = useQuery({
    queryKey: ['house', claims],
    queryFn: ({ signal }) => api.call(houseRoutes.house, { query: claims ? { claims } : {}, signal }),
    placeholderData: keepPreviousData,
  });
  const { data } = house;
  return (
    <div className="page stack">
      <h1>{say('house.title')}</h1>
      <div className="stack-tight prose">
        <p>{say('house.intro')}</p>
        {data && (
          <p>{say('house.period', { from: longDay(data.from, language), until: longDay(data.until, language) })}</p>
        )}
      </div>
      <ProblemNote error={house.error} onRetry={() => void house.refetch()} />
      {house.isPending && <Patience look="part" />}
      {data && (
        <>
          <section className="panel stack" aria-label={say('house.asked')}>
            <h2>{say('house.asked')}</h2>
            <HouseBeds house={data} />
            <NumberField
              label={say('house.claims')}
              unit={say('house.times')}
              hint={say('house.claimsHint')}
              error={isUnread ? say('house.notWhole') : undefined}
              value={typed}
              onChange={setTyped}
            />
          </section>
          <HouseStandards house={data} />
          <div className="counts">
            {data.counters.map(counter => (
              <CounterPanel key={counter.id} counter={counter} />
            ))}
          </div>
          <Partners house={data} />
        </>
      )}
    </div>
  );
}

function CounterPanel({ counter }: { readonly counter: HouseCounts['counters'][number] }) {
  const { say, code, pick } = useSpeech();
  const { id, title, asks, counts, unrecorded, figure, needed, standing, why, source } = counter;
  return (
    <section className="panel stack-tight counts-part" aria-labelledby={`house-${id}`}>
      <h2 id={`house-${id}`}>{pick(title)}</h2>
      <p className="house-figure">
        <strong>{figure}</strong>
        {needed !== null && <span>{say('house.needed', { n: needed })}</span>}
        <span className={`tag house-${standing}`}>{code('houseStanding', standing)}</span>
      </p>
      {why && <p>{pick(why)}</p>}
      <dl className="house-terms small">
        <dt>{say('house.asks')}</dt>
        <dd>{pick(asks)}</dd>
        <dt>{say('house.counted')}</dt>
        <dd>{pick(counts)}</dd>
        <dt>{say('house.unrecorded')}</dt>
        <dd>{pick(unrecorded)}</dd>
        <dt>{say('house.source')}</dt>
        <dd lang="ja">{source}</dd>
      </dl>
    </section>
  );
}

function Partners({ house: { partners, unnamed } }: { readonly house: HouseCounts }) {
  const { say, language } = useSpeech();
  const today = useToday();
  return (
    <section className="panel stack" aria-label={say('house.partners')}>
      <h2>{say('house.partners')}</h2>
      {partners.length === 0 ? (
        <p className="muted">{say('house.noPartner')}</p>
      ) : (
        <PlainTable
          caption={say('house.partners')}
          heads={[say('house.partner'), say('house.met'), say('house.lastOn')]}
          rows={partners.map(({ org, name, times, lastOn }) => [
            org,
            name,
            say('house.timesOf', { n: times }),
            shortDay(lastOn, language, today),
          ])}
        />
      )}
      {unnamed > 0 && <p className="muted">{say('house.unnamed', { n: unnamed })}</p>}
    </section>
  );
}
