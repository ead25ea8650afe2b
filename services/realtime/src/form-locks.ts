import type { SignedIn } from '@kaerimichi/casework';
import { type FormOfCase, formSet } from '@kaerimichi/contracts';
import type { GatewaySocket } from './gateway.ts';
import type { RealtimePorts } from './ports.ts';
import { mayBePresent } from './present-people.ts';
import type { TellingLater } from './telling-later.ts';

/** Without input a lock ends by itself after this (experience.md §6.4). */
const LAPSE_MS = 60_000;
/** Forms that one page has open; others are not told about. */
const MOST_FORMS = 10;

/** A form before somebody; `since`: the instant from which they fill it in, null while they only read. */
export type OpenForm = FormOfCase & {
  readonly socket: string;
  readonly who: SignedIn;
  readonly since: string | null;
};

export type FormLocks = {
  /** Takes what a client says of a form; anything else is no word. */
  set(socket: GatewaySocket, body: unknown): void;
  gone(socket: GatewaySocket): void;
  /** All that have a form open, by its name among those that are told. */
  openOf(name: string): readonly OpenForm[];
  /** Whether somebody fills in some form of a case. */
  edits(socketId: string, caseId: string): boolean;
  stop(): void;
};

const nameOf = ({ caseId, form }: FormOfCase) => `${caseId} ${form}`;

type Ports = Pick<RealtimePorts, 'clock'> & {
  /** Those who have a form open are told of it later. */
  readonly due: Pick<TellingLater, 'add'>;
  /** Somebody begins or ends to fill forms in. */
  readonly onEdits: (socketId: string) => void;
};

/**
 * Who has which form of a case open and who fills it in, in this process alone and in its memory alone. Who may be told
 * of whom is asked when it is told.
 */
export function createFormLocks({ clock, due, onEdits }: Ports): FormLocks {
  /** By socket, then by the name of the form. */
  const open = new Map<string, Map<string, OpenForm>>();
  const lapses = createLapses();
  const put = (form: OpenForm, isOpen: boolean) => {
    const { socket, caseId } = form;
    const forms = open.get(socket) ?? new Map<string, OpenForm>();
    const before = isEdited(forms, caseId);
    if (isOpen) forms.set(nameOf(form), form);
    else forms.delete(nameOf(form));
    if (forms.size > 0) open.set(socket, forms);
    else open.delete(socket);
    if (before !== isEdited(forms, caseId)) onEdits(socket);
    due.add(nameOf(form));
  };
  return {
    set(socket, body) {
      const parsed = formSet.safeParse(body);
      const { who } = socket.data;
      if (!parsed.success || !mayBePresent(who.viewer)) return;
      const { state, ...place } = parsed.data;
      const before = open.get(socket.id)?.get(nameOf(place));
      if (!before && (state === 'closed' || (open.get(socket.id)?.size ?? 0) >= MOST_FORMS)) return;
      const since = state === 'typing' ? (before?.since ?? clock.now()) : null;
      const next = { ...place, socket: socket.id, who, since };
      if (since === null) lapses.forget(next);
      else lapses.set(next, () => put({ ...next, since: null }, true));
      if (state === 'closed' || before?.since !== since) put(next, state !== 'closed');
    },
    gone(socket) {
      for (const form of [...(open.get(socket.id)?.values() ?? [])]) {
        lapses.forget(form);
        put(form, false);
      }
    },
    openOf: name => [...open.values()].flatMap(forms => forms.get(name) ?? []),
    edits: (socketId, caseId) => isEdited(open.get(socketId), caseId),
    stop: lapses.stop,
  };
}

/** One end for each form of a socket; to set it again moves it. */
function createLapses() {
  const timers = new Map<string, NodeJS.Timeout>();
  const keyOf = (form: OpenForm) => `${form.socket} ${nameOf(form)}`;
  const forget = (form: OpenForm) => {
    clearTimeout(timers.get(keyOf(form)));
    timers.delete(keyOf(form));
  };
  return {
    forget,
    set(form: OpenForm, lapse: () => void) {
      forget(form);
      const over = () => {
        timers.delete(keyOf(form));
        lapse();
      };
      timers.set(keyOf(form), setTimeout(over, LAPSE_MS));
    },
    stop() {
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}

const isEdited = (forms: ReadonlyMap<string, OpenForm> | undefined, caseId: string): boolean =>
  [...(forms?.values() ?? [])].some(form => form.caseId === caseId && form.since !== null);
