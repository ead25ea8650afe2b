import { Link, useSearchParams } from 'react-router';
import { usePageTitle } from '../../app/page-title.ts';
import { Button } from '../../parts/button.tsx';
import { lazyPart } from '../../words/lazy-part.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { useWebhookList } from '../webhooks/use-webhooks.ts';
import { OrganisationsPart } from './organisations-part.tsx';
import { PeoplePart } from './people-part.tsx';
import { ProposalsPart } from './proposals-part.tsx';
import { ScreensPart } from './screens-part.tsx';

const RulesPart = lazyPart(() => import('../rules/rules-part.tsx'), 'RulesPart');

const WebhooksPart = lazyPart(() => import('../webhooks/webhooks-part.tsx'), 'WebhooksPart');

const parts = {
  organisations: OrganisationsPart,
  people: PeoplePart,
  screens: ScreensPart,
  rules: RulesPart,
  webhooks: WebhooksPart,
} as const;
type Part = keyof typeof parts;
const names: readonly Part[] = ['organisations', 'people', 'screens', 'rules', 'webhooks'];

/** 管理: who belongs to which organisation, in which role, what hangs on its walls, by which rules it works, and what is told outside. */
export function AdminPage() {
  const { say } = useSpeech();
  const [search, setSearch] = useSearchParams();
  const webhooks = useWebhookList().data;
  // Only what exists: some programs tell no services.
  const offered = names.filter(name => name !== 'webhooks' || webhooks?.isSent === true);
  const shown = offered.find(name => name === search.get('part')) ?? 'organisations';
  const Shown = parts[shown];
  usePageTitle(say('nav.admin'));
  return (
    <div className="page stack">
      <h1>{say('nav.admin')}</h1>
      <fieldset className="row">
        <legend className="hidden-visually">{say('admin.parts')}</legend>
        {offered.map(name => (
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
      {shown !== 'webhooks' && webhooks?.webhooks.some(({ state }) => state === 'stopped') && (
        <p className="note-soon">
          {say('webhook.stopped')} <Link to="/admin?part=webhooks">{say('webhook.stoppedLink')}</Link>
        </p>
      )}
      {shown !== 'rules' && <ProposalsPart />}
      <Shown />
      {/* Whoever writes rules came for them. */}
      {shown === 'rules' && <ProposalsPart />}
    </div>
  );
}
