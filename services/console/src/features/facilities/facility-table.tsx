import type { Facility } from '@kaerimichi/contracts';
import { addDays } from '@kaerimichi/discharge';
import type { ReactNode } from 'react';
import { useToday } from '../../app/workplace.tsx';
import { shortDay, tokyoDayOf } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import type { useFacilities } from './use-facilities.ts';

type Lists = NonNullable<ReturnType<typeof useFacilities>['data']>['lists'];

type Props = {
  readonly facilities: readonly Facility[];
  readonly lists: Lists;
  /** What can be done with a row; absent: nothing. */
  readonly action?: (facility: Facility) => ReactNode;
};

/** Facilities with what their list says of them, and of which list and day that is. */
export function FacilityTable({ facilities, lists, action }: Props) {
  const { say } = useSpeech();
  const columns = ['name', 'place', 'phone', 'details', 'source'] as const;
  return (
    <>
      <div className="table-frame">
        <table className="table plain-table facility-table">
          <caption className="hidden-visually">{say('resources.title')}</caption>
          <thead>
            <tr>
              {columns.map(column => (
                <th key={column} scope="col">
                  {say(`resources.${column}`)}
                </th>
              ))}
              {action && <th scope="col">{say('resources.take')}</th>}
            </tr>
          </thead>
          <tbody>
            {facilities.map(facility => (
              <Row key={facility.id} facility={facility} lists={lists} action={action} />
            ))}
          </tbody>
        </table>
      </div>
      <section className="stack-tight">
        <h2 className="small">{say('resources.credits')}</h2>
        <ul className="small muted">
          {lists.map(({ id, credit }) => (
            <li key={id}>{credit}</li>
          ))}
        </ul>
      </section>
    </>
  );
}

type RowProps = Omit<Props, 'facilities' | 'action'> & {
  readonly facility: Facility;
  readonly action: Props['action'];
};

function Row({ facility, lists, action }: RowProps) {
  const { say, code, pick } = useSpeech();
  const { name, kana, kind, address, municipality, phone } = facility;
  const list = lists.find(({ id }) => id === facility.list);
  return (
    <tr data-facility={facility.id}>
      <th scope="row">
        {name}
        {kana && <span className="small muted facility-line">{kana}</span>}
        <span className="tag">{code('facilityKind', kind)}</span>
      </th>
      <td data-label={say('resources.place')}>{address ?? municipality?.name ?? say('common.none')}</td>
      <td data-label={say('resources.phone')}>
        {phone ? (
          <a className="facility-phone" href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
            {phone}
          </a>
        ) : (
          say('common.none')
        )}
      </td>
      <td data-label={say('resources.details')}>
        <Details facility={facility} />
      </td>
      <td data-label={say('resources.source')}>
        {list && pick(list.name)}
        <ListDay facility={facility} />
      </td>
      {action && <td>{action(facility)}</td>}
    </tr>
  );
}

/** In the order in which somebody who looks for a place asks for them. */
const told = ['service', 'capacity', 'beds', 'bedsBy', 'targets', 'hazards', 'hours', 'operator', 'note'] as const;
const MOST_ITEMS = 6;

function Details({ facility: { details } }: Pick<RowProps, 'facility'>) {
  const { say } = useSpeech();
  const lines = told.flatMap(name => {
    const value = details[name];
    if (value === undefined) return [];
    const text = Array.isArray(value) ? value.slice(0, MOST_ITEMS).join(say('common.listMark')) : String(value);
    return [{ name, text: say(`detail.${name}`, { value: text }) }];
  });
  if (lines.length === 0) return say('common.none');
  return lines.map(({ name, text }) => (
    <span key={name} className="small facility-line">
      {text}
    </span>
  ));
}

/** A fact of a list is as old as the list. */
const FRESH_DAYS = 183;

function ListDay({ facility: { listedOn, importedAt } }: Pick<RowProps, 'facility'>) {
  const { say, language } = useSpeech();
  const today = useToday();
  const day = listedOn ?? tokyoDayOf(importedAt);
  const words = shortDay(day, language, today);
  return (
    <span className="small muted facility-line">
      {listedOn ? say('resources.listedOn', { day: words }) : say('resources.importedOn', { day: words })}
      {day < addDays(today, -FRESH_DAYS) && <span className="tag">{say('resources.old')}</span>}
    </span>
  );
}
