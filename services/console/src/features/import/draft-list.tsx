import type { Draft } from '@kaerimichi/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { routes } from '../../api/routes.ts';
import { useApi } from '../../app/services.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { dayAndTime, longDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { draftName } from './draft-name.ts';

/** Children known from files, waiting for a person to look. */
export function DraftList() {
  const { say } = useSpeech();
  const api = useApi();
  const [text, setText] = useState('');
  const drafts = useQuery({ queryKey: ['drafts'], queryFn: ({ signal }) => api.call(routes.drafts, { signal }) });
  const found = (drafts.data?.drafts ?? []).filter(draft => matches(draft, text));
  return (
    <section className="stack" aria-labelledby="drafts-title">
      <h2 id="drafts-title">{say('draft.list')}</h2>
      <ProblemNote error={drafts.error} onRetry={() => void drafts.refetch()} />
      {drafts.data && drafts.data.drafts.length > 0 && (
        <TextField
          label={say('draft.filter')}
          value={text}
          onChange={setText}
          input={{ type: 'search', autoComplete: 'off' }}
        />
      )}
      {drafts.data && found.length === 0 && (
        <p className="muted">{say(drafts.data.drafts.length === 0 ? 'draft.empty' : 'draft.noMatch')}</p>
      )}
      {found.length > 0 && <DraftTable drafts={found} />}
    </section>
  );
}

const matches = (draft: Draft, text: string): boolean =>
  [draftName(draft), draft.familyKana, draft.givenKana, draft.hospitalNumber].some(word =>
    (word ?? '').includes(text.normalize('NFKC').trim()),
  );

function DraftTable({ drafts }: { drafts: readonly Draft[] }) {
  const { say, code, language } = useSpeech();
  return (
    <div className="table-frame">
      <table className="table">
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
              <td>{draft.bornOn ? longDay(draft.bornOn, language) : ''}</td>
              <td>{draft.careNeeds.map(need => code('need', need)).join(say('common.listMark'))}</td>
              <td>{dayAndTime(draft.importedAt, language)}</td>
              <td>
                {draft.caseId ? <Link to={`/cases/${draft.caseId}`}>{say('draft.isCase')}</Link> : say('draft.waiting')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
