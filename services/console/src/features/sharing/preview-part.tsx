import type { CaseView } from '@kaerimichi/contracts';
import { useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { SelectField } from '../../parts/choice-fields.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { consentsOf, partnersOf } from './consents-of.ts';
import { Preview } from './preview.tsx';
import { type Listed, useDirectory } from './use-directory.ts';

type Props = { readonly view: CaseView; readonly names: Readonly<Record<string, string>> };
type Looked = { readonly org: string; readonly role: Listed['roles'][number] };

/** 見え方を確かめる: asked for by a press, since each look is recorded. */
export function PreviewPart({ view, names }: Props) {
  const { say, code } = useSpeech();
  const directory = useDirectory();
  const [org, setOrg] = useState('');
  const [role, setRole] = useState('');
  const [looked, setLooked] = useState<Looked | null>(null);
  const roles = directory[org]?.roles ?? [];
  const chosen = roles.find(id => id === role) ?? roles[0];
  const orgs = offered(
    view,
    Object.entries(directory).flatMap(([id, { isHub }]) => (isHub ? [id] : [])),
  );
  return (
    <section className="panel stack" aria-labelledby="preview-title">
      <h3 id="preview-title">{say('preview.title')}</h3>
      <p className="small muted">{say('preview.intro')}</p>
      <div className="row">
        <SelectField
          id="preview-org"
          label={say('preview.org')}
          value={org}
          onChange={setOrg}
          options={orgs.map(id => ({ value: id, label: names[id] ?? id }))}
        />
        {roles.length > 0 && (
          <SelectField
            id="preview-role"
            label={say('preview.role')}
            value={chosen ?? ''}
            onChange={setRole}
            options={roles.map(id => ({ value: id, label: code('role', id) }))}
          />
        )}
      </div>
      {org !== '' && directory[org] && roles.length === 0 && <p>{say('preview.noRole')}</p>}
      <p>
        <Button
          whyNot={chosen ? undefined : say('preview.choose')}
          onClick={() => chosen && setLooked({ org, role: chosen })}
        >
          {say('preview.look')}
        </Button>
      </p>
      {looked && <Preview key={`${looked.org} ${looked.role}`} caseId={view.id} names={names} {...looked} />}
    </section>
  );
}

/** Whoever takes part, was named in a consent, or is a hub; each once. */
function offered(view: CaseView, hubs: readonly string[]): string[] {
  const recipients = consentsOf(view, '').flatMap(({ consent: { recipient } }) => recipient ?? []);
  return [...new Set([...partnersOf(view), ...recipients, ...hubs])].filter(org => org !== view.card.lead);
}
