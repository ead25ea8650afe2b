import type { CaseView, HistoryEvent, Pathway } from '@kaerimichi/contracts';
import { type ComponentProps, useCallback, useMemo, useRef, useState } from 'react';
import { conflictOf } from '../../api/conflict-error.ts';
import type { EventAnswer, EventBody } from '../../api/send-event.ts';
import { type Sending, useSend } from '../../api/use-send.ts';
import { useToday } from '../../app/workplace.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { askedFields } from './asked-fields.ts';
import { type Choice, type Clash, chosenValue, rebase, unchosen } from './clash.ts';
import { formPlace } from './drafts.ts';
import type { KeptDraft } from './kept-draft.tsx';
import { type FieldSpec, fieldsOf } from './schema.ts';
import { serverMessages } from './server-messages.ts';
import { type FormLock, useFormLock } from './use-form-lock.ts';
import { type Begun, useTyped } from './use-typed.ts';
import { type Fault, readValues, type Values } from './values.ts';

export type EventDescription = Pathway['events'][number];
/** `label`: of the field, where the text does not say it; the summary puts it before the text. */
export type Message = { readonly path: string; readonly text: string; readonly label?: string };

export type EventForm = {
  readonly fields: readonly FieldSpec[];
  readonly values: Values;
  readonly change: (values: Values) => void;
  /** Faults found here or by the server, by place. */
  readonly messages: readonly Message[];
  readonly sending: Sending;
  /** Where what is typed is kept, and what another device has kept of it. */
  readonly draft: ComponentProps<typeof KeptDraft>;
  /** Who else fills it in. */
  readonly lock: FormLock;
  /** Fields that somebody else changed too, to be decided before it is sent. */
  readonly clash: Clash | null;
  readonly choose: (field: FieldSpec, choice: Choice) => void;
  /** Whether it can be sent as it is; otherwise what is wrong is among the messages. */
  readonly check: () => boolean;
  /** What would be sent; null where something is wrong with it, which is then among the messages. */
  readonly written: () => EventBody | null;
  readonly submit: () => Promise<EventAnswer | null>;
};

export type FormOptions = {
  readonly view: Pick<CaseView, 'id' | 'version' | 'stage' | 'facts'>;
  readonly event: EventDescription;
  /** Only these fields, in their order; all of the schema where absent. */
  readonly only?: readonly string[] | undefined;
  /** Sent with it, not asked. */
  readonly fixed?: Readonly<Record<string, unknown>> | undefined;
  readonly search?: URLSearchParams;
};

/** Where the choice about a field is made. */
export const choicePath = (name: string): string => `choose.${name}`;

/** A form for one event: its fields, what was typed, its draft, what is wrong with it, and sending it. */
export function useEventForm({ view, event, only, fixed, search }: FormOptions): EventForm {
  const today = useToday();
  const sending = useSend();
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [clash, setClash] = useState<Clash | null>(null);
  const [reviewed, setReviewed] = useState<Begun | null>(null);
  const [undecided, setUndecided] = useState<readonly FieldSpec[]>([]);
  const newId = useStableIds();
  const fields = useFields(event, { only, fixed });
  const sent = useRef(false);
  const typed = useTyped({ fields, view, event, fixed, search, isSent: useCallback(() => sent.current, []) });
  const { values, setValues } = typed;
  const lock = useFormLock(view.id, formPlace({ type: event.type, fixed }));
  const begun = reviewed ?? typed.begun;
  const read = (from: Values) => readValues(fields, from, { today, newId });

  function check(): boolean {
    const { faults: found } = read(values);
    const open = clash ? unchosen(clash) : [];
    setFaults(found);
    setUndecided(open);
    return found.length + open.length === 0;
  }

  const written = () => (check() ? { ...fixed, ...read(values).body, type: event.type } : null);

  async function submit(): Promise<EventAnswer | null> {
    const body = written();
    if (!body) return null;
    const outcome = await sending.send({
      caseId: view.id,
      append: event.append,
      version: begun.version,
      body,
      again: event.kind === 'fact' ? since => settle(since, body) : undefined,
    });
    if (outcome.ok) {
      sent.current = true;
      typed.forget();
      lock.sent();
      return outcome.answer;
    }
    const conflict = conflictOf(outcome.error);
    if (conflict && event.kind === 'move') typed.look(conflict);
    return null;
  }

  /** What to send again; null once a person has something to decide, on what is there now. */
  function settle(since: readonly HistoryEvent[], body: EventBody): EventBody | null {
    const result = rebase(since, { fields, base: read(begun.base).body, body });
    if (result.kind !== 'look') setValues(now => ({ ...now, ...result.taken }));
    if (result.kind === 'again') return result.body;
    if (result.kind === 'choose') setClash(result.clash);
    const base = result.kind === 'choose' ? result.theirs : begun.base;
    // Not kept with the draft: whoever loads the page anew before deciding is asked again.
    setReviewed({ version: since.at(-1)?.seq ?? begun.version, base });
    return null;
  }

  const messages = [...useWhatIsWrong(undecided, faults), ...serverMessages(fields, sending.error)];
  const change = (next: Values) => {
    lock.typed();
    setValues(next);
    if (faults.length > 0) setFaults(read(next).faults);
  };
  const choose = (field: FieldSpec, choice: Choice) => {
    if (!clash) return;
    setClash({ ...clash, choices: { ...clash.choices, [field.name]: choice } });
    setUndecided(undecided.filter(({ name }) => name !== field.name));
    change({ ...values, [field.name]: chosenValue(field, clash, choice) });
  };
  const { draft } = typed;
  return { fields, values, change, messages, sending, draft, lock, clash, choose, check, written, submit };
}

/** What nobody has decided yet, and what cannot be read. */
function useWhatIsWrong(undecided: readonly FieldSpec[], faults: readonly Fault[]): Message[] {
  const { say } = useSpeech();
  return [
    ...undecided.map(({ name, label }) => ({ path: choicePath(name), text: say('conflict.unchosen', { label }) })),
    ...faults.map(({ path, label, why }) => ({ path, text: say(`fault.${why}`, { label }) })),
  ];
}

function useFields(
  { type, schema }: EventDescription,
  { only, fixed }: Pick<FormOptions, 'only' | 'fixed'>,
): FieldSpec[] {
  const { language, say, findWord } = useSpeech();
  return useMemo(
    () =>
      askedFields(fieldsOf(schema, language), { only, fixed }).map(field =>
        field.name === 'occurredOn'
          ? { ...field, label: findWord('occurred', type) ?? field.label, hint: say('form.occurredHint') }
          : field,
      ),
    [type, schema, language, only, fixed, say, findWord],
  );
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
