import type { CaseView, HandoffView } from '@kaerimichi/contracts';
import { useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { conflictOf } from '../../api/conflict-error.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { useDrafts } from '../form/use-drafts.ts';
import { useKeptDraft } from '../form/use-kept-draft.ts';
import {
  asKnown,
  type ComposeValues,
  firstValues,
  goingTexts,
  keptValues,
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
};

export type Compose = ReturnType<typeof useCompose>;

/** What is written for each section and to whom; kept in this tab until it is saved or sent to all. */
export function useCompose(source: Source) {
  const { view, handoff } = source;
  const navigate = useNavigate();
  const step = useStep(view.id, source.version);
  const { values, setValues, keptAt, forget } = useValues(source);
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
      { texts, isToSend, version: values.base },
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
  return { values, errors, keptAt, step, check, submit, change };
}

function useValues({ view, handoff, proposed, handoffs, version }: Source) {
  const drafts = useDrafts(`handoff.${view.id}.${handoff?.id ?? 'new'}`);
  const [values, setValues] = useState(() => {
    const kept = keptValues(drafts.read());
    return kept ? asKnown(kept, handoffs) : firstValues(handoff, proposed, version);
  });
  const isSent = useRef(false);
  const keptAt = useKeptDraft(
    values,
    drafts,
    useMemo(() => () => isSent.current, []),
  );
  const forget = () => {
    isSent.current = true;
    drafts.forget();
  };
  return { values, setValues, keptAt, forget };
}

/** What keeps it back, by field. */
function useFaults(handoff: HandoffView | null) {
  const { say } = useSpeech();
  return ({ orgs, outside, texts }: ComposeValues): Record<string, string> => {
    const none = !handoff && orgs.length === 0 && outside.trim() === '';
    const emptied = (handoff?.sections ?? []).filter(({ id, text }) => text && !texts[id]?.trim());
    return {
      ...(none ? { orgs: say('handoff.chooseRecipient') } : {}),
      ...Object.fromEntries(emptied.map(({ id }) => [id, say('handoff.notEmptied')])),
    };
  };
}
