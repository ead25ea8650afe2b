import type { CaseView, HandoffView } from '@kaerimichi/contracts';
import { type HandoffSection, handoffSectionIds, neededSections } from '@kaerimichi/discharge';
import { Link, useParams, useSearchParams } from 'react-router';
import { problemOf } from '../../api/problem-error.ts';
import { useCase, useCaseWatch } from '../../api/queries.ts';
import { MissingPage } from '../../app/missing-page.tsx';
import { usePageTitle } from '../../app/page-title.ts';
import { useToday } from '../../app/workplace.tsx';
import { BackLink } from '../../parts/back-link.tsx';
import { Button } from '../../parts/button.tsx';
import { CaseName } from '../../parts/case-name.tsx';
import { Patience } from '../../parts/patience.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { useNames } from '../case/use-names.ts';
import '../case/case.css';
import '../form/form.css';
import { itemsOf } from '../form/items-of.ts';
import { KeptDraft } from '../form/kept-draft.tsx';
import { Refusal } from '../move/refusal.tsx';
import { Sure } from '../move/sure.tsx';
import { ComposePreview } from './compose-preview.tsx';
import { type ComposeValues, goingTexts, NIGHT, optionalSections, sentTo } from './compose-values.ts';
import './handoff.css';
import { RecipientFields } from './recipient-fields.tsx';
import { kept } from './recipients.ts';
import { type Proposed, SectionField } from './section-field.tsx';
import { type Compose, useCompose } from './use-compose.ts';
import { useCaseHandoffs, useProposal } from './use-handoffs.ts';
import { useSure } from './use-sure.ts';

/** 引き継ぎを書く: section by section, from what is recorded; a person edits it, keeps it as a draft or sends it. */
export function ComposePage() {
  const { id = '', hid } = useParams();
  const [search] = useSearchParams();
  const view = useCase(id);
  const read = useCaseHandoffs(id);
  const proposal = useProposal(id);
  useCaseWatch(id);
  const error = view.error ?? read.error ?? proposal.error;
  if (['not-found', 'not-permitted'].includes(problemOf(error)?.code ?? '')) return <MissingPage />;
  if (error)
    return (
      <div className="page">
        <ProblemNote error={error} onRetry={() => void proposal.refetch()} />
      </div>
    );
  if (!view.data || !read.data || !proposal.data) return <Patience />;
  const first = { orgs: search.getAll('to'), outside: search.get('outside') ?? '' };
  const handoff = hid ? read.data.handoffs.find(one => one.id === hid) : null;
  if (handoff === undefined || (handoff && !handoff.can.includes('handoff.composed'))) return <MissingPage />;
  return (
    <Composer
      view={view.data}
      handoff={handoff}
      proposed={proposal.data.sections}
      handoffs={read.data.handoffs}
      version={read.data.version}
      first={first}
    />
  );
}

type SectionsProps = Pick<Props, 'view' | 'handoff' | 'proposed'> & {
  readonly form: Compose;
  readonly keptFrom: (section: HandoffSection) => readonly string[];
};

/** The nine sections; of those that are not needed one says which go. */
function SectionFields({ view, handoff, proposed, form, keptFrom }: SectionsProps) {
  const { texts, left } = form.values;
  const needed = neededSections({ devices: itemsOf(view, 'devices') });
  const optional = optionalSections(handoff, needed);
  const writtenAt = (id: string) => ({
    value: texts[id] ?? '',
    error: form.errors[id],
    proposed: proposed.find(other => other.id === id),
    onChange: (text: string) => form.change({ texts: { ...texts, [id]: text } }),
  });
  return handoffSectionIds.map((section, at) => (
    <SectionField
      key={section}
      no={at + 1}
      section={section}
      {...writtenAt(section)}
      night={section === 'contacts' ? writtenAt(NIGHT) : null}
      keptFrom={keptFrom(section)}
      isNeeded={needed.includes(section)}
      goes={optional.includes(section) ? !left.includes(section) : null}
      onGoes={goes => form.change({ left: goes ? left.filter(id => id !== section) : [...left, section] })}
    />
  ));
}

type Props = {
  readonly view: CaseView;
  readonly handoff: HandoffView | null;
  readonly proposed: readonly Proposed[];
  readonly handoffs: readonly HandoffView[];
  readonly version: number;
  /** To whom it is, where whoever comes here has chosen already. */
  readonly first: Pick<ComposeValues, 'orgs' | 'outside'>;
};

function Composer({ view, handoff, proposed, handoffs, version, first }: Props) {
  const { say } = useSpeech();
  const today = useToday();
  const names = useNames(view, { withDirectory: true });
  const sure = useSure('handoff.sent');
  const written = useCompose({ view, handoff, proposed, handoffs, version, first });
  const form: Compose = {
    ...written,
    change: changed => {
      sure.forget();
      written.change(changed);
    },
  };
  const send = () => {
    if (form.check()) sure.press(() => void form.submit(true));
  };
  const sent = sentTo(form.values).map(key => names[key] ?? key);
  usePageTitle(`${say(handoff ? 'handoff.revise' : 'handoff.compose')} ${view.no}`);
  const orgs = handoff ? [handoff.org?.id ?? ''].filter(Boolean) : form.values.orgs;
  const keptFrom = (section: HandoffSection) => kept(view, section, { orgs, on: today }).map(org => names[org] ?? org);
  const back = handoff ? `/cases/${view.id}/handoffs/${handoff.id}` : `/cases/${view.id}/handoffs`;
  return (
    <div className="page narrow stack">
      <p className="small">
        <BackLink to={back}>{say('handoff.title')}</BackLink>
      </p>
      <h1>{say(handoff ? 'handoff.revise' : 'handoff.compose')}</h1>
      <p className="row">
        <CaseName card={view.card} />
      </p>
      <Refusal
        error={form.step.error}
        view={view}
        mine={say('handoff.title')}
        isRecord
        answers={form.step.answers}
        isAnswer
        fields={[]}
      >
        <p>{say('conflict.again')}</p>
      </Refusal>
      {sent.length > 0 && (
        <p className="note-info" role="status">
          {say('handoff.alreadySent', { names: sent.join(say('common.listMark')) })}
        </p>
      )}
      <form
        className="form"
        noValidate
        onSubmit={submitted => {
          submitted.preventDefault();
          send();
        }}
      >
        {handoff ? (
          <p>{say('handoff.to', { to: handoff.org?.name ?? handoff.outside ?? '' })}</p>
        ) : (
          <RecipientFields view={view} names={names} form={form} />
        )}
        <SectionFields view={view} handoff={handoff} proposed={proposed} form={form} keptFrom={keptFrom} />
        <ComposePreview
          view={view}
          orgs={orgs}
          outside={handoff ? handoff.outside : form.values.outside}
          names={names}
          texts={goingTexts(form.values)}
        />
        {orgs.length > 0 && (
          <label className="check">
            <input
              type="checkbox"
              checked={form.values.isTeachBack}
              onChange={({ target }) => form.change({ isTeachBack: target.checked })}
            />
            {say('handoff.asksBack')}
          </label>
        )}
        <p className="form-actions">
          {sure.isAsked && <Sure view={view} sentences={sure.sentences} />}
          <Button kind="primary" type="submit" isBusy={form.step.isBusy}>
            {sure.label(say('handoff.send'))}
          </Button>
          <Button isBusy={form.step.isBusy} onClick={() => void form.submit(false)}>
            {say('handoff.saveDraft')}
          </Button>
          <Link className="button" to={back}>
            {say('record.cancel')}
          </Link>
          <KeptDraft {...form.draft} />
        </p>
      </form>
    </div>
  );
}
