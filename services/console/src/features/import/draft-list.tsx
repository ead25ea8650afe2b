import type { Draft } from '@kaerimichi/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { routes } from '../../api/routes.ts';
import { useApi } from '../../app/services.tsx';
import { Button } from '../../parts/button.tsx';
import { SelectField } from '../../parts/choice-fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ShowMore } from '../../parts/show-more.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { dayAndTime, longDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { draftName } from './draft-name.ts';
import { type DraftFilter, filterDrafts, noFilter, shown } from './filter-drafts.ts';

/** Rows drawn at once: a ward's file may hold thousands. */
const PAGE = 50;

/** Children known from files, waiting for a person to look. */
export function DraftList() {
  const { say } = useSpeech();
  const api = useApi();
  const [filter, setFilter] = useState<DraftFilter>(noFilter);
  const [most, setMost] = useState(PAGE);
  const drafts = useQuery({ queryKey: ['drafts'], queryFn: ({ signal }) => api.call(routes.drafts, { signal }) });
  const all = drafts.data?.drafts ?? [];
  const found = filterDrafts(all, filter);
  const change = (changed: Partial<DraftFilter>) => {
    setFilter({ ...filter, ...changed });
    setMost(PAGE);
  };
  return (
    <section className="stack" aria-labelledby="drafts-title">
      <h2 id="drafts-title">{say('draft.list')}</h2>
      <ProblemNote error={drafts.error} onRetry={() => void drafts.refetch()} />
      {all.length > 0 && <Filters filter={filter} onChange={change} />}
      {drafts.data && <Count found={found.length} all={all.length} total={drafts.data.total} />}
      {drafts.data && all.length === 0 && <p className="muted">{say('draft.empty')}</p>}
      {all.length > 0 && found.length === 0 && (
        <p className="row">
          <span className="muted">{say('draft.noMatch')}</span>
          <Button isSmall onClick={() => change(noFilter)}>
            {say('draft.clear')}
          </Button>
        </p>
      )}
      {found.length > 0 && <DraftTable drafts={found.slice(0, most)} />}
      {found.length > most && <ShowMore onPress={() => setMost(most + 200)} />}
    </section>
  );
}

type FiltersProps = { readonly filter: DraftFilter; readonly onChange: (changed: Partial<DraftFilter>) => void };

function Filters({ filter, onChange }: FiltersProps) {
  const { say } = useSpeech();
  const options = [
    { value: 'waiting', label: say('draft.showWaiting') },
    { value: 'marked', label: say('draft.showMarked') },
    { value: 'case', label: say('draft.showCase') },
  ];
  return (
    <div className="draft-filters">
      <TextField
        label={say('draft.filter')}
        value={filter.text}
        onChange={text => onChange({ text })}
        input={{ type: 'search', autoComplete: 'off' }}
      />
      <SelectField
        label={say('draft.show')}
        nothing={say('draft.showAll')}
        options={options}
        value={filter.show}
        onChange={show => onChange({ show: shown(show) })}
      />
    </div>
  );
}

function Count({ found, all, total }: { found: number; all: number; total: number }) {
  const { say } = useSpeech();
  if (all === 0) return null;
  return (
    <p className="small muted" role="status">
      {say('draft.count', { n: found, total: all })}{' '}
      {total > all && say('draft.moreElsewhere', { n: all, rest: total - all })}
    </p>
  );
}

function DraftTable({ drafts }: { drafts: readonly Draft[] }) {
  const { say, code, language } = useSpeech();
  const column = (label: string) => ({ 'data-label': label });
  return (
    <div className="table-frame">
      <table className="table draft-table">
        <caption className="hidden-visually">{say('draft.list')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('draft.name')}</th>
            <th scope="col">{say('draft.bornOn')}</th>
            <th scope="col">{say('draft.needs')}</th>
            <th scope="col">{say('draft.importedAt')}</th>
            <th scope="col">{say('draft.state')}</th>
          </tr>
        </thead>
        <tbody>
          {drafts.map(draft => (
            <tr key={draft.id}>
              <th scope="row">
                <Link to={`/imports/drafts/${draft.id}`}>{draftName(draft) || say('draft.nameless')}</Link>
                {draft.marks.map(mark => (
                  <span className="tag" key={mark}>
                    {code('draftMark', mark)}
                  </span>
                ))}
              </th>
              <td {...column(say('draft.bornOn'))}>{draft.bornOn ? longDay(draft.bornOn, language) : ''}</td>
              <td {...column(say('draft.needs'))}>
                {draft.careNeeds.map(need => code('need', need)).join(say('common.listMark'))}
              </td>
              <td {...column(say('draft.importedAt'))}>{dayAndTime(draft.importedAt, language)}</td>
              <td {...column(say('draft.state'))}>
                {say(draft.caseId ? 'draft.isCase' : 'draft.waiting')}{' '}
                {draft.caseNo && <Link to={`/cases/${draft.caseId}`}>{draft.caseNo}</Link>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
