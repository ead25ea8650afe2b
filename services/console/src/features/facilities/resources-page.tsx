import { facilityKinds } from '@kaerimichi/discharge';
import { Link, useSearchParams } from 'react-router';
import { usePageTitle } from '../../app/page-title.ts';
import { useWorkplace } from '../../app/workplace.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { filtersOf, searchOf } from './facility-filters.ts';
import { FacilityList } from './facility-list.tsx';

/** 資源: facilities of public lists; what they are narrowed to stands in the address. */
export function ResourcesPage() {
  const { say } = useSpeech();
  const { me } = useWorkplace();
  const [search, setSearch] = useSearchParams();
  usePageTitle(say('resources.title'));
  return (
    <div className="page stack">
      <h1>{say('resources.title')}</h1>
      <p className="prose">{say('resources.intro')}</p>
      {me.abilities.importFacilities && (
        <p>
          <Link className="button" to="/imports/facilities">
            {say('resources.import')}
          </Link>
        </p>
      )}
      <FacilityList filters={filtersOf(search, facilityKinds)} onChange={filters => setSearch(searchOf(filters))} />
    </div>
  );
}
