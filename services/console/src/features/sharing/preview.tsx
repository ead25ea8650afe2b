import type { CaseView } from '@kaerimichi/contracts';
import { useQuery } from '@tanstack/react-query';
import { routes } from '../../api/routes.ts';
import { useApi } from '../../app/services.tsx';
import { useWorkplace } from '../../app/workplace.tsx';
import { CaseName } from '../../parts/case-name.tsx';
import { NeedTags } from '../../parts/chips.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { FactsTab } from '../case/facts-tab.tsx';
import { EnquiryFacts } from '../team/enquiry-facts.tsx';
import './sharing.css';
import type { Listed } from './use-directory.ts';

type Props = {
  readonly caseId: string;
  readonly org: string;
  readonly role: Listed['roles'][number];
  readonly names: Readonly<Record<string, string>>;
};

function usePreview({ caseId: id, org, role }: Omit<Props, 'names'>) {
  const api = useApi();
  return useQuery({
    // Not below the case: what happens to it asks no question that somebody would be named with.
    queryKey: ['preview', id, org, role],
    queryFn: ({ signal }) => api.call(routes.preview, { params: { id }, query: { org, role }, signal }),
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

/** The case as somebody of an organisation is shown it now. */
export function Preview({ names, ...wish }: Props) {
  const { say, code } = useSpeech();
  const preview = usePreview(wish);
  const who = say('preview.who', { org: names[wish.org] ?? wish.org, role: code('role', wish.role) });
  return (
    <section className="preview stack" aria-label={who}>
      <h4>{who}</h4>
      {preview.isPending && (
        <p className="muted" role="status">
          {say('common.loading')}
        </p>
      )}
      <ProblemNote error={preview.error} onRetry={() => void preview.refetch()} />
      {preview.data &&
        (preview.data.view ? <Shown view={preview.data.view} role={wish.role} /> : <p>{say('preview.nothing')}</p>)}
    </section>
  );
}

type Seen = { readonly view: CaseView; readonly role: string };

/** Nothing in here asks the server: it would answer with what whoever looks may see, and not the partner. */
function Shown({ view, role }: Seen) {
  const { say, code } = useSpeech();
  const { card, class: seenAs } = view;
  return (
    <>
      <p className="row">
        <CaseName card={card} />
        <span className="tag">{code('class', seenAs)}</span>
        <NeedTags needs={card.needs} most={20} />
      </p>
      {seenAs === 'numberOnly' && !view.enquiry && <p>{say('preview.numberOnly')}</p>}
      {view.enquiry?.child && <p>{say('preview.enquiry')}</p>}
      {view.enquiry && (
        <dl className="facts">
          <EnquiryFacts enquiry={view.enquiry} />
        </dl>
      )}
      <FactsTab
        view={view}
        role={role}
        contacts={<span>{say('preview.contacts')}</span>}
        source={view.hasSource && <p className="panel">{say('preview.source')}</p>}
      />
      <May can={view.can} />
    </>
  );
}

/** What they may record now, in the words of the forms. */
function May({ can }: { can: readonly string[] }) {
  const { say, pick } = useSpeech();
  const { pathway } = useWorkplace();
  const labels = pathway.events.flatMap(({ type, label }) => (can.includes(type) ? [pick(label)] : []));
  return (
    <details>
      <summary>{say('preview.may', { n: labels.length })}</summary>
      <ul className="tags">
        {labels.map(label => (
          <li key={label} className="tag">
            {label}
          </li>
        ))}
      </ul>
    </details>
  );
}
