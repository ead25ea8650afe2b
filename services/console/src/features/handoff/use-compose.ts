import type { CaseView, HandoffView } from '@kaerimichi/contracts';
import { handoffSectionIds } from '@kaerimichi/discharge';
import { useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useSpeech } from '../../words/speech-context.tsx';
import { useDrafts } from '../form/use-drafts.ts';
import { useKeptDraft } from '../form/use-kept-draft.ts';
import type { Proposed } from './section-field.tsx';
import { useStep } from './use-handoffs.ts';

export type ComposeValues = {
  readonly orgs: readonly string[];
  readonly outside: string;
  readonly texts: Readonly<Record<string, string>>;
};

type Source = {
  readonly view: CaseView;
  readonly handoff: HandoffView | null;
  readonly proposed: readonly Proposed[];
};

/** One recipient of what is being written, and how far it has come: nothing is sent twice when a later one is refused. */
type Target = { readonly handoffId: string; readonly body: Readonly<Record<string, string>>; isComposed: boolean };

export type Compose = ReturnType<typeof useCompose>;

/** What is written for each section and to whom; kept in this tab until it is saved or sent. */
export function useCompose({ view, handoff, proposed }: Source) {
  const { say } = useSpeech();
  const navigate = useNavigate();
  const step = useStep(view.id, view.version);
  const drafts = useDrafts(`handoff.${view.id}.${handoff?.id ?? 'new'}`);
  const [values, setValues] = useState(() => keptValues(drafts.read()) ?? firstValues(handoff, proposed));
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const targets = useRef(new Map<string, Target>());
  const isSent = useRef(false);
  const keptAt = useKeptDraft(
    values,
    drafts,
    useMemo(() => () => isSent.current, []),
  );

  function faults(): Record<string, string> {
    const none = !handoff && values.orgs.length === 0 && values.outside.trim() === '';
    const emptied = (handoff?.sections ?? []).filter(({ id, text }) => text && !values.texts[id]?.trim());
    return {
      ...(none ? { orgs: say('handoff.chooseRecipient') } : {}),
      ...Object.fromEntries(emptied.map(({ id }) => [id, say('handoff.notEmptied')])),
    };
  }

  /** Writes it for each recipient, and sends it where that is wanted; the first refusal stops. */
  async function submit(isToSend: boolean): Promise<void> {
    const found = faults();
    setErrors(found);
    const [first] = Object.keys(found);
    if (first) {
      document.getElementById(`compose-${first}`)?.focus();
      return;
    }
    const texts = Object.fromEntries(Object.entries(values.texts).filter(([, text]) => text.trim() !== ''));
    let version = view.version;
    const wanted = targetsOf(handoff, values, targets.current);
    for (const target of wanted) {
      const { handoffId } = target;
      const bodies = [
        ...(target.isComposed ? [] : [{ type: 'handoff.composed', handoffId, ...target.body, ...texts }]),
        ...(isToSend ? [{ type: 'handoff.sent', handoffId }] : []),
      ];
      for (const body of bodies) {
        const sent = await step.send(body, version);
        if (!sent.ok) return;
        version = sent.answer.version;
        target.isComposed = true;
      }
    }
    isSent.current = true;
    drafts.forget();
    const [only] = wanted;
    void navigate(`/cases/${view.id}/handoffs${wanted.length === 1 && only ? `/${only.handoffId}` : ''}`);
  }
  return {
    values,
    errors,
    keptAt,
    step,
    submit,
    change: (changed: Partial<ComposeValues>) => {
      // What is changed after it was written is written once more.
      for (const target of targets.current.values()) target.isComposed = false;
      setValues({ ...values, ...changed });
    },
  };
}

function targetsOf(
  handoff: HandoffView | null,
  { orgs, outside }: ComposeValues,
  known: Map<string, Target>,
): Target[] {
  const target = (key: string, body: Target['body'], handoffId: string = crypto.randomUUID()) => {
    const found = known.get(key) ?? { handoffId, body, isComposed: false };
    known.set(key, found);
    return found;
  };
  if (handoff) return [target('', {}, handoff.id)];
  const name = outside.trim();
  return [
    ...orgs.map(org => target(org, { recipient: org })),
    ...(name === '' ? [] : [target(`outside ${name}`, { outside: name })]),
  ];
}

/** A new one begins with what is recorded, a revised one with what was written. */
function firstValues(handoff: HandoffView | null, proposed: readonly Proposed[]): ComposeValues {
  const source = handoff ? handoff.sections : proposed;
  const texts = Object.fromEntries(source.map(({ id, text }) => [id, text ?? '']));
  return { orgs: [], outside: '', texts };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What this tab kept, as far as it still has the shape. */
function keptValues(read: unknown): ComposeValues | null {
  if (!isRecord(read) || !isRecord(read.texts) || !Array.isArray(read.orgs)) return null;
  const { texts } = read;
  return {
    orgs: read.orgs.filter(org => typeof org === 'string'),
    outside: typeof read.outside === 'string' ? read.outside : '',
    texts: Object.fromEntries(handoffSectionIds.map(id => [id, typeof texts[id] === 'string' ? texts[id] : ''])),
  };
}
