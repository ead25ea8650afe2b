import type { DraftDetail } from '@kaerimichi/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from 'react-router';
import { problemOf } from '../../api/problem-error.ts';
import { routes } from '../../api/routes.ts';
import { MissingPage } from '../../app/missing-page.tsx';
import { usePageTitle } from '../../app/page-title.ts';
import { useApi } from '../../app/services.tsx';
import { useWorkplace } from '../../app/workplace.tsx';
import { BackLink } from '../../parts/back-link.tsx';
import { Button } from '../../parts/button.tsx';
import { Patience } from '../../parts/patience.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { dayAndTime } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { ConfirmValues } from './confirm-values.tsx';
import { DiscardButton } from './discard-drafts.tsx';
import { DraftContent } from './draft-content.tsx';
import { draftName } from './draft-name.ts';
import { useConfirm } from './use-confirm.ts';
import './import.css';

/** One child from a file: what the file says, what a person confirmed, and making it a case. */
export function DraftPage() {
  const { id = '' } = useParams();
  const api = useApi();
  const { say } = useSpeech();
  const draft = useQuery({
    queryKey: ['drafts', id],
    queryFn: ({ signal }) => api.call(routes.draft, { params: { id }, signal }),
  });
  usePageTitle(say('draft.title'));
  if (draft.data) return <OpenDraft draft={draft.data} />;
  if (problemOf(draft.error)?.code === 'not-found') return <MissingPage />;
  if (!draft.error) return <Patience />;
  return (
    <div className="page">
      <ProblemNote error={draft.error} onRetry={() => void draft.refetch()} />
    </div>
  );
}

function OpenDraft({ draft }: { draft: DraftDetail }) {
  const { say, code, language } = useSpeech();
  const { me } = useWorkplace();
  return (
    <div className="page narrow stack">
      <p className="small">
        <BackLink to="/imports">{say('import.title')}</BackLink>
      </p>
      <h1>{draftName(draft) || say('draft.nameless')}</h1>
      <p className="row">
        <span className="muted">
          {say('draft.version', { n: draft.version, time: dayAndTime(draft.importedAt, language) })}
        </span>
        {draft.marks.map(mark => (
          <span className="tag" key={mark}>
            {code('draftMark', mark)}
          </span>
        ))}
      </p>
      {draft.caseId ? (
        <p className="note-done">
          {say('draft.isCaseText')}{' '}
          {draft.caseNo && <Link to={`/cases/${draft.caseId}`}>{say('draft.openCase', { no: draft.caseNo })}</Link>}
        </p>
      ) : (
        me.abilities.register && (
          <p>
            <Link className="button button-primary" to={`/cases/new?draft=${encodeURIComponent(draft.id)}`}>
              {say('draft.makeCase')}
            </Link>
          </p>
        )
      )}
      {draft.isPerhapsAnother && (
        <p className="note-soon" role="alert">
          {say('draft.perhapsAnother')}
        </p>
      )}
      <Differences draft={draft} />
      <Changes draft={draft} />
      <ConfirmValues key={startKey(draft)} draft={draft} />
      <DraftContent content={draft.content} />
      <Discards draft={draft} />
    </div>
  );
}

/** A draft of a wrong file can go, alone or with all that the file brought; one that became a case is set back at most. */
function Discards({ draft }: { draft: DraftDetail }) {
  const navigate = useNavigate();
  const leave = () => void navigate('/imports');
  if (draft.caseId && draft.versions.length < 2) return null;
  return (
    <p className="row">
      {!draft.caseId && <DiscardButton what={{ is: 'draft', id: draft.id }} onDone={leave} />}
      <DiscardButton what={{ is: 'file', id: draft.source }} onDone={leave} />
    </p>
  );
}

/** The form begins anew with every version and every confirmed value. */
const startKey = ({ version, confirmed }: DraftDetail): string => `${version} ${JSON.stringify(confirmed)}`;

const words = (value: unknown): string =>
  value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);

/** What a later file says differently from what a person confirmed: the confirmed value stays until a person changes it. */
function Differences({ draft }: { draft: DraftDetail }) {
  const { say, code } = useSpeech();
  const confirm = useConfirm(draft.id);
  if (draft.differences.length === 0) return null;
  return (
    <section className="panel stack-tight">
      <h2>{say('draft.differences', { n: draft.differences.length })}</h2>
      <p>{say('draft.differencesText')}</p>
      <ProblemNote error={confirm.error} />
      <ul className="stack-tight">
        {draft.differences.map(({ field, confirmed, offered }) => (
          <li key={field} className="difference">
            <strong>{code('draftField', field)}</strong>
            <span>{say('draft.confirmedValue', { value: words(confirmed) || say('common.none') })}</span>
            <span>{say('draft.offeredValue', { value: words(offered) || say('common.none') })}</span>
            <Button
              isSmall
              isBusy={confirm.isPending}
              aria-label={say('draft.takeOfferedName', { field: code('draftField', field) })}
              onClick={() => confirm.mutate({ [field]: words(offered) || null })}
            >
              {say('draft.takeOffered')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the newest file says otherwise than the one before, in the words of the file. */
function Changes({ draft }: { draft: DraftDetail }) {
  const { say, code, findCode, language } = useSpeech();
  if (draft.versions.length < 2) return null;
  const stated = (name: string) =>
    name
      .split(' · ')
      .map(part => findCode('fhirStatus', part.toLowerCase()) ?? part)
      .join(' · ');
  const names = (field: string, list: readonly string[]) =>
    list.map(name => (field === 'careNeeds' ? code('need', name) : stated(name))).join(say('common.listMark'));
  return (
    <section className="panel stack-tight">
      <h2>{say('draft.changes')}</h2>
      {draft.changes.length === 0 && <p className="muted">{say('common.none')}</p>}
      {draft.changes.some(({ gone }) => gone.length > 0) && <p className="muted">{say('draft.changesText')}</p>}
      <ul className="stack-tight">
        {draft.changes.map(({ field, gone, came }) => (
          <li key={field} className="difference">
            <strong>{code('draftField', field)}</strong>
            {gone.length > 0 && <span>{say('draft.gone', { names: names(field, gone) })}</span>}
            {came.length > 0 && <span>{say('draft.came', { names: names(field, came) })}</span>}
          </li>
        ))}
      </ul>
      <details>
        <summary>{say('draft.versions')}</summary>
        <ul className="bullets">
          {draft.versions.map(({ version, importedAt }) => (
            <li key={version}>{say('draft.version', { n: version, time: dayAndTime(importedAt, language) })}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}
