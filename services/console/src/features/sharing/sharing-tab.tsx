import type { CaseView } from '@kaerimichi/contracts';
import { Link } from 'react-router';
import { useToday } from '../../app/workplace.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { useNames } from '../case/use-names.ts';
import { ConsentTable } from './consent-table.tsx';
import { consentsOf, withoutConsent } from './consents-of.ts';
import { GuardiansPart } from './guardians-part.tsx';
import { PreviewPart } from './preview-part.tsx';

/** 同意と共有: who may see what, for what and until when; and how the case looks to them. */
export function SharingTab({ view }: { view: CaseView }) {
  const { say, code } = useSpeech();
  const today = useToday();
  const names = useNames(view, { withDirectory: true });
  const consents = consentsOf(view, today);
  return (
    <section className="stack">
      <h2>{code('tab', 'sharing')}</h2>
      {consents.length === 0 ? (
        <p className="muted">{say('sharing.none')}</p>
      ) : (
        <ConsentTable view={view} consents={consents} names={names} />
      )}
      <Missing view={view} names={names} />
      {view.can.includes('consent.recorded') && (
        <p>
          <Link className="button" to={`/cases/${view.id}/record/consent.recorded?scope=recipient`}>
            {say('sharing.record')}
          </Link>
        </p>
      )}
      {view.class === 'full' && readsFamily(view) && <GuardiansPart view={view} />}
      {view.class === 'full' && view.can.includes('consent.recorded') && <PreviewPart view={view} names={names} />}
    </section>
  );
}

/** Whoever reads the family's situation whole is told who of it was invited. */
const readsFamily = ({ sight }: CaseView): boolean => sight.family === 'write' || sight.family === 'read';

type MissingProps = { readonly view: CaseView; readonly names: Readonly<Record<string, string>> };

/** Whoever takes part or was asked and sees no more than a number, or than an enquiry tells. */
function Missing({ view, names }: MissingProps) {
  const { say } = useSpeech();
  const today = useToday();
  const orgs = withoutConsent(view, today).filter(org => org !== view.card.lead);
  if (orgs.length === 0) return null;
  const form = (recipient: string) =>
    `/cases/${view.id}/record/consent.recorded?${new URLSearchParams({ scope: 'recipient', recipient })}`;
  return (
    <section className="panel stack-tight">
      <h3>{say('sharing.without')}</h3>
      <p className="small muted">{say('sharing.withoutText')}</p>
      <ul className="stack-tight">
        {orgs.map(org => (
          <li key={org} className="row">
            <span>{names[org] ?? org}</span>
            {view.can.includes('consent.recorded') && (
              <Link className="button" to={form(org)} aria-label={say('sharing.recordFor', { who: names[org] ?? org })}>
                {say('sharing.record')}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
