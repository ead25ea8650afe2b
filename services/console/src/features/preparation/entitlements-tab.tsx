import type { CaseView, EntitlementRow, Preparation } from '@kaerimichi/contracts';
import { useToday } from '../../app/workplace.tsx';
import { DeadlineChip } from '../../parts/chips.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { useNames } from '../case/use-names.ts';
import { FormLink } from './form-link.tsx';
import './preparation.css';
import { usePreparation } from './use-preparation.ts';

/** 制度: what is needed, applied for, granted or refused; where, with which papers, and until when it holds. */
export function EntitlementsTab({ view }: { view: CaseView }) {
  const { say, code } = useSpeech();
  const { data, error, refetch } = usePreparation(view);
  const rows = data?.entitlements ?? [];
  return (
    <section className="stack">
      <div className="row spread">
        <h2>{code('tab', 'entitlements')}</h2>
        {data && (
          <FormLink view={view} can={data.can} event="entitlement.updated">
            {say('schemes.add')}
          </FormLink>
        )}
      </div>
      <ProblemNote error={error} onRetry={() => void refetch()} />
      {data && rows.length === 0 && <p className="muted">{say('schemes.none')}</p>}
      {data && rows.length > 0 && <Table view={view} data={data} rows={rows} />}
    </section>
  );
}

type Props = { readonly view: CaseView; readonly data: Preparation };

function Table({ view, data, rows }: Props & { readonly rows: readonly EntitlementRow[] }) {
  const { say, code } = useSpeech();
  return (
    <div className="table-frame">
      <table className="table device-table">
        <caption className="hidden-visually">{code('tab', 'entitlements')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('schemes.kind')}</th>
            <th scope="col">{say('schemes.state')}</th>
            <th scope="col">{say('schemes.days')}</th>
            <th scope="col">{say('schemes.office')}</th>
            <th scope="col">{say('schemes.papers')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <Row key={row.kind} {...{ view, data, row }} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ view, data, row }: Props & { readonly row: EntitlementRow }) {
  const { say, code } = useSpeech();
  const names = useNames(view);
  const { kind, isWanted, state, isOver, owner, office, papers, note } = row;
  const name = code('entitlement', kind);
  return (
    <tr>
      <th scope="row">
        {isWanted && <span aria-hidden="true">◎ </span>}
        {name}
      </th>
      <td data-label={say('schemes.state')}>
        <span className={isOver || state === 'refused' ? 'tag tag-alert' : 'tag'}>
          {isOver ? say('schemes.over') : code('schemeState', state ?? 'needed')}
        </span>
        {owner && <p className="small muted">{say('checks.ownerIs', { who: names[owner] ?? '–' })}</p>}
        <FormLink
          {...{ view, fill: { kind } }}
          can={data.can}
          event="entitlement.updated"
          name={say('schemes.updateName', { name })}
        >
          {say('schemes.update')}
        </FormLink>
      </td>
      <td data-label={say('schemes.days')}>
        <Days row={row} />
      </td>
      <td data-label={say('schemes.office')}>{office ?? '–'}</td>
      <td data-label={say('schemes.papers')}>
        {papers ?? '–'}
        {note && <p className="small muted">{note}</p>}
      </td>
    </tr>
  );
}

function Days({ row: { appliedOn, decidedOn, state, until, isOver } }: { row: EntitlementRow }) {
  const { say, language } = useSpeech();
  const today = useToday();
  const day = (on: string) => shortDay(on, language, today);
  return (
    <>
      {appliedOn && <p>{say('schemes.applied', { day: day(appliedOn) })}</p>}
      {decidedOn && <p>{say(state === 'refused' ? 'schemes.refused' : 'schemes.granted', { day: day(decidedOn) })}</p>}
      {until && (
        <p>
          {say('schemes.until', { day: day(until) })} {!isOver && <DeadlineChip on={until} today={today} />}
        </p>
      )}
      {!appliedOn && !decidedOn && !until && '–'}
    </>
  );
}
