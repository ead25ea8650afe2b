import type { CaseView, Pathway } from '@kaerimichi/contracts';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { problemOf } from '../../api/problem-error.ts';
import type { EventAnswer } from '../../api/send-event.ts';
import { type Sending, useSend } from '../../api/use-send.ts';
import { useToday, useWorkplace } from '../../app/workplace.tsx';
import { useLatest } from '../../parts/use-latest.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { draftsOf } from './drafts.ts';
import { knownValues } from './known-values.ts';
import { type FieldSpec, fieldsOf } from './schema.ts';
import { type Fault, formPath, isValues, prefilled, readValues, toValues, type Values } from './values.ts';

export type EventDescription = Pathway['events'][number];
export type Message = { readonly path: string; readonly text: string };

export type EventForm = {
  readonly fields: readonly FieldSpec[];
  readonly values: Values;
  readonly change: (values: Values) => void;
  /** Faults found here or by the server, by place. */
  readonly messages: readonly Message[];
  readonly sending: Sending;
  /** When the draft was last kept in this tab. */
  readonly keptAt: number | null;
  readonly submit: () => Promise<EventAnswer | null>;
};

type Options = {
  readonly view: Pick<CaseView, 'id' | 'version' | 'facts'>;
  readonly event: EventDescription;
  /** Only these fields, in their order; all of the schema where absent. */
  readonly only?: readonly string[] | undefined;
  /** Sent with it, not asked. */
  readonly fixed?: Readonly<Record<string, unknown>>;
  readonly search?: URLSearchParams;
};

const KEEP_MS = 800;

const isOccurredOn = ({ name }: FieldSpec) => name === 'occurredOn';

/** A form for one event: its fields, what was typed, its draft, what is wrong with it, and sending it. */
export function useEventForm({ view, event, only, fixed, search }: Options): EventForm {
  const { me } = useWorkplace();
  const { language, say } = useSpeech();
  const today = useToday();
  const sending = useSend();
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const newId = useStableIds();
  const fields = useMemo(() => {
    const all = fieldsOf(event.schema, language).filter(({ name }) => !only || only.includes(name));
    // The day comes last: most things are written down on the day they happen.
    const [day, rest] = [all.filter(isOccurredOn), all.filter(field => !isOccurredOn(field))];
    return [...rest, ...day.map(field => ({ ...field, hint: say('form.occurredHint') }))];
  }, [event.schema, language, only, say]);
  const drafts = useMemo(
    () => draftsOf(sessionStorage, { person: me.person.id, place: `${view.id}.${event.type}` }),
    [me.person.id, view.id, event.type],
  );
  const [values, setValues] = useState<Values>(() => {
    const kept = drafts.read();
    // Written by this form; what no longer fits a field is not read.
    const typed = isValues(kept as Values) ? (kept as Values) : {};
    return {
      ...toValues(fields, knownValues(event.type, view)),
      ...typed,
      ...(search ? prefilled(fields, search) : {}),
    };
  });
  const sent = useRef(false);
  const isSent = useCallback(() => sent.current, []);
  const keptAt = useKeptDraft(values, drafts, isSent);

  async function submit(): Promise<EventAnswer | null> {
    const read = readValues(fields, values, { today, newId });
    setFaults(read.faults);
    if (read.faults.length > 0) return null;
    const body = { ...fixed, ...read.body, type: event.type };
    const answer = await sending.send({
      caseId: view.id,
      kind: event.kind,
      append: event.append,
      version: view.version,
      body,
    });
    if (answer) {
      sent.current = true;
      drafts.forget();
    }
    return answer;
  }

  const issues = problemOf(sending.error)?.issues ?? [];
  const messages = [
    ...faults.map(({ path, label, why }) => ({ path, text: say(`fault.${why}`, { label }) })),
    ...issues.map(({ path, message }) => ({ path: formPath(path), text: message })),
  ];
  const change = (next: Values) => {
    setValues(next);
    if (faults.length > 0) setFaults(readValues(fields, next, { today, newId }).faults);
  };
  return { fields, values, change, messages, sending, keptAt, submit };
}

/** Ids of new items stay the same while the form is open: what is sent again after a lost answer is the same item. */
function useStableIds(): (path: string) => string {
  const ids = useRef(new Map<string, string>());
  return path => {
    const id = ids.current.get(path) ?? crypto.randomUUID();
    ids.current.set(path, id);
    return id;
  };
}

type Keeping = { readonly write: (values: unknown) => boolean };

/** Keeps what is typed a moment after the last key, and at once when the page is left or hidden. */
function useKeptDraft(values: Values, drafts: Keeping, isSent: () => boolean): number | null {
  const [keptAt, setKeptAt] = useState<number | null>(null);
  const first = useRef(values);
  const latest = useLatest(values);
  useEffect(() => {
    if (values === first.current) return;
    const timer = setTimeout(() => {
      if (!isSent() && drafts.write(values)) setKeptAt(Date.now());
    }, KEEP_MS);
    return () => clearTimeout(timer);
  }, [values, drafts, isSent]);
  useEffect(() => {
    const keep = () => {
      if (!isSent() && latest() !== first.current) drafts.write(latest());
    };
    window.addEventListener('pagehide', keep);
    document.addEventListener('visibilitychange', keep);
    return () => {
      window.removeEventListener('pagehide', keep);
      document.removeEventListener('visibilitychange', keep);
      keep();
    };
  }, [drafts, latest, isSent]);
  return keptAt;
}
