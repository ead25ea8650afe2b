import { Link, useSearchParams } from 'react-router';
import { usePageTitle } from '../../app/page-title.ts';
import { Button } from '../../parts/button.tsx';
import { lazyPart } from '../../words/lazy-part.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { OrganisationsPart } from './organisations-part.tsx';
import { PeoplePart } from './people-part.tsx';
import { ProposalsPart } from './proposals-part.tsx';
import { ScreensPart } from './screens-part.tsx';

const RulesPart = lazyPart(() => import('../rules/rules-part.tsx'), 'RulesPart');

const parts = { organisations: OrganisationsPart, people: PeoplePart, screens: ScreensPart, rules: RulesPart } as const;
type Part = keyof typeof parts;
const names: readonly Part[] = ['organisations', 'people', 'screens', 'rules'];

/** 管理: who belongs to which organisation, in which role, what hangs on its walls, and by which rules it works. */
export function AdminPage() {
  const { say } = useSpeech();
  const [search, setSearch] = useSearchParams();
  const shown = names.find(name => name === search.get('part')) ?? 'organisations';
  const Shown = parts[shown];
  usePageTitle(say('nav.admin'));
  return (
    <div className="page stack">
      <h1>{say('nav.admin')}</h1>
      <fieldset className="row">
        <legend className="hidden-visually">{say('admin.parts')}</legend>
        {names.map(name => (
          <Button
            key={name}
            kind={name === shown ? 'primary' : 'plain'}
            aria-pressed={name === shown}
            onClick={() => setSearch({ part: name }, { replace: true })}
          >
            {say(`admin.${name}`)}
          </Button>
        ))}
      </fieldset>
      <p>
        <Link to="/sign-ins">{say('signIns.title')}</Link>
      </p>
      {shown !== 'rules' && <ProposalsPart />}
      <Shown />
      {/* Whoever writes rules came for them. */}
      {shown === 'rules' && <ProposalsPart />}
    </div>
  );
}
