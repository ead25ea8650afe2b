import type { Facility } from '@kaerimichi/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWorkplace } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import '../admin/admin.css';
import './facilities.css';
import { type FacilityFilters, isFiltered, noFilters } from './facility-filters.ts';
import { FacilityTable } from './facility-table.tsx';
import { FilterForm } from './filter-form.tsx';
import { useFacilities } from './use-facilities.ts';

type Props = {
  readonly filters: FacilityFilters;
  readonly onChange: (filters: FacilityFilters) => void;
  readonly action?: (facility: Facility) => ReactNode;
};

/** As many as the server answers with. */
const A_PAGE = 50;

/** Facilities by what they are narrowed to, a page at a time. */
export function FacilityList({ filters, onChange, action }: Props) {
  const { say } = useSpeech();
  const found = useFacilities(filters);
  const { facilities = [], lists = [], total = 0 } = found.data ?? {};
  const from = (filters.page - 1) * A_PAGE + 1;
  const isShown = facilities.length > 0;
  return (
    <>
      <FilterForm key={filters.q} filters={filters} onChange={onChange} />
      <ProblemNote error={found.error} onRetry={() => void found.refetch()} />
      <p role="status" className="small muted">
        {found.isPending && say('common.loading')}
        {isShown && say('resources.total', { total, from, to: from + facilities.length - 1 })}
      </p>
      {found.data && !isShown && <Nothing filters={filters} onClear={() => onChange(noFilters)} />}
      {isShown && <FacilityTable facilities={facilities} lists={lists} {...(action && { action })} />}
      {total > A_PAGE && <Pages filters={filters} total={total} onChange={onChange} />}
    </>
  );
}

/** No facility: because of the filters, or because no list was read in; and the one thing to do about it. */
function Nothing({ filters, onClear }: { readonly filters: FacilityFilters; readonly onClear: () => void }) {
  const { say } = useSpeech();
  const { me } = useWorkplace();
  if (isFiltered(filters) || filters.page > 1)
    return (
      <div className="stack-tight">
        <p>{say('resources.noMatch')}</p>
        <p>
          <Button onClick={onClear}>{say('resources.clear')}</Button>
        </p>
      </div>
    );
  return (
    <div className="stack-tight">
      <p>{say('resources.noneYet')}</p>
      {me.abilities.importFacilities ? (
        <p>
          <Link to="/imports/facilities">{say('resources.import')}</Link>
        </p>
      ) : (
        <p className="muted">{say('resources.noneAsk')}</p>
      )}
    </div>
  );
}

type PagesProps = Omit<Props, 'action'> & { readonly total: number };

function Pages({ filters, total, onChange }: PagesProps) {
  const { say } = useSpeech();
  const { page } = filters;
  const rest = Math.min(A_PAGE, total - page * A_PAGE);
  const go = (to: number) => {
    onChange({ ...filters, page: to });
    window.scrollTo(0, 0);
  };
  return (
    <nav className="row" aria-label={say('resources.pages')}>
      {page > 1 && <Button onClick={() => go(page - 1)}>{say('resources.before', { n: A_PAGE })}</Button>}
      {rest > 0 && <Button onClick={() => go(page + 1)}>{say('resources.next', { n: rest })}</Button>}
    </nav>
  );
}
