import type { CaseView, HandoffView } from '@kaerimichi/contracts';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { conflictOf } from '../../api/conflict-error.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import type { Draft } from '../form/drafts.ts';
import { useDrafts } from '../form/use-drafts.ts';
import { useKeptDraft } from '../form/use-kept-draft.ts';
import {
  asKnown,
  type ComposeValues,
  firstValues,
  goingTexts,
  keptValues,
  NIGHT,
  recipientsOf,
  sentTo,
  withoutSent,
} from './compose-values.ts';
import { deliver } from './deliver.ts';
import type { Proposed } from './section-field.tsx';
import { useStep } from './use-handoffs.ts';

type Source = {
  readonly view: CaseView;
  readonly handoff: HandoffView | null;
  readonly proposed: readonly Proposed[];
  /** Every handoff of the case, and the case's version they are of. */
  readonly handoffs: readonly HandoffView[];
  readonly version: number;
  /** To whom a new one is, where that is chosen already. */
  readonly first: Pick<ComposeValues, 'orgs' | 'outside'>;
};

export type Compose = ReturnType<typeof useCompose>;

/** What is written for each section and to whom; kept in this tab until it is saved or sent to all. */
export function useCompose(source: Source) {
  const { view, handoff } = source;
  const navigate = useNavigate();
  const step = useStep(view.id, source.version);
  const { values, setValues, draft, forget } = useValues(source);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const faultsOf = useFaults(handoff);

  /** Whether it can go out; else the first field that keeps it back takes the focus. */
  function check(): boolean {
    const found = faultsOf(values);
    setErrors(found);
    const [first] = Object.keys(found);
    if (first) document.getElementById(`compose-${first}`)?.focus();
    return first === undefined;
  }

  /** Writes it for each recipient, and sends it where that is wanted; the first refusal stops. */
  async function submit(isToSend: boolean): Promise<void> {
    if (!check()) return;
    const texts = goingTexts(values);
    const recipients = recipientsOf(handoff, values);
    // Known from here on: whatever is lost on the way, the same handoff is tried again.
    const begun = Object.fromEntries(recipients.map(({ key, target }) => [key, target]));
    setValues(now => ({ ...now, targets: { ...now.targets, ...begun } }));
    const isDone = await deliver(
      recipients,
      { texts, isToSend, isTeachBack: values.isTeachBack, version: values.base },
      {
        send: async (body, version) => {
          const sent = await step.send(body, version);
          // Whoever has been told what others wrote may write over it.
          const base = sent.ok ? sent.answer.version : conflictOf(sent.error)?.version;
          if (base !== undefined) setValues(now => ({ ...now, base }));
          return sent.ok ? sent.answer.version : null;
        },
        note: (key, target) => setValues(now => ({ ...now, targets: { ...now.targets, [key]: target } })),
      },
    );
    if (!isDone) return setValues(withoutSent);
    forget();
    const all = new Set([...sentTo(values), ...recipients.map(({ key }) => key)]);
    const [only] = recipients;
    void navigate(`/cases/${view.id}/handoffs${all.size === 1 && only ? `/${only.target.handoffId}` : ''}`);
  }
  const change = (changed: Partial<ComposeValues>) => setValues(now => ({ ...now, ...changed }));
  return { values, errors, draft, step, check, submit, change };
}

function useValues({ view, handoff, proposed, handoffs, version, first }: Source) {
  const drafts = useDrafts({
    place: `handoff.${view.id}.${handoff?.id ?? 'new'}`,
    caseId: view.id,
    subject: 'handoff.composed',
    route: `/cases/${view.id}/handoffs/${handoff ? `${handoff.id}/revise` : 'new'}`,
  });
  const begin = (draft: Draft | null) => {
    const kept = keptValues(draft?.content);
    if (!kept) return { ...firstValues(handoff, proposed, version), ...(handoff ? {} : first) };
    const known = asKnown(kept, handoffs);
    // Whoever comes from a suggestion has chosen: what was kept of another recipient is written to this one.
    return !handoff && (first.orgs.length > 0 || first.outside !== '') ? { ...known, ...first } : known;
  };
  const [start] = useState(() => begin(drafts.read()));
  const [values, setValues] = useState(start);
  const isSent = useRef(false);
  useKeptDraft(
    values,
    drafts.write,
    useMemo(() => () => isSent.current, []),
  );
  const take = () => {
    setValues(begin(drafts.found));
    drafts.settle();
  };
  const isUntouched = values === start;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is found
  useEffect(() => {
    if (drafts.found && isUntouched) take();
  }, [drafts.found]);
  const forget = () => {
    isSent.current = true;
    drafts.forget();
  };
  const draft = { kept: drafts.kept, found: drafts.found, settle: drafts.settle, onTake: take };
  return { values, setValues, draft, forget };
}

/** What keeps it back, by field. */
function useFaults(handoff: HandoffView | null) {
  const { say } = useSpeech();
  return ({ orgs, outside, texts }: ComposeValues): Record<string, string> => {
    const none = !handoff && orgs.length === 0 && outside.trim() === '';
    const had = handoff ? [...handoff.sections, { id: NIGHT, text: handoff.night.text }] : [];
    const emptied = had.filter(({ id, text }) => text && !texts[id]?.trim());
    return {
      ...(none ? { orgs: say('handoff.chooseRecipient') } : {}),
      ...Object.fromEntries(emptied.map(({ id }) => [id, say('handoff.notEmptied')])),
    };
  };
}
