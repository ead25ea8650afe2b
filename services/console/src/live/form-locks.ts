import type { FormEdited, FormEditor, FormOfCase, FormSet } from '@kaerimichi/contracts';
import { createObservable, type Observable } from './observable.ts';

/** A form before somebody, as long as it is not closed. */
export type OpenedForm = {
  readonly typed: () => void;
  /** What was typed is sent. */
  readonly sent: () => void;
  readonly close: () => void;
};

export type FormLocks = {
  /** Who else fills in the forms that are open here, by `formName`. */
  readonly edited: Observable<ReadonlyMap<string, readonly FormEditor[]>>;
  readonly open: (form: FormOfCase) => OpenedForm;
  readonly take: (form: FormEdited) => void;
  /** After a reconnection the server knows nothing of what is open here. */
  readonly renew: () => void;
  /** Without a connection nobody knows who still fills in what. */
  readonly lost: () => void;
};

export const formName = ({ caseId, form }: FormOfCase): string => `${caseId} ${form}`;

const nobody: ReadonlyMap<string, readonly FormEditor[]> = new Map();

/** While one goes on typing it is said again after this; the server ends what it does not hear of for a minute. */
const SAY_AGAIN_MS = 5_000;

/** Tells which forms are open here and that they are filled in, and holds who else does. */
export function createFormLocks(send: (form: FormSet) => void): FormLocks {
  const edited = createObservable(nobody);
  const forms = new Set<{ readonly form: FormOfCase; readonly say: () => void }>();
  return {
    edited,
    open: form => {
      let saidAt: number | null = null;
      let later: ReturnType<typeof setTimeout> | undefined;
      const sayTyping = () => {
        later = undefined;
        saidAt = Date.now();
        send({ ...form, state: 'typing' });
      };
      const opened = { form, say: () => send({ ...form, state: 'open' }) };
      forms.add(opened);
      opened.say();
      return {
        typed: () => {
          const wait = saidAt === null ? 0 : saidAt + SAY_AGAIN_MS - Date.now();
          if (wait <= 0) sayTyping();
          else later ??= setTimeout(sayTyping, wait);
        },
        sent: () => {
          clearTimeout(later);
          later = undefined;
          saidAt = null;
          opened.say();
        },
        close: () => {
          clearTimeout(later);
          forms.delete(opened);
          // The same form may be open twice here: the other one goes on.
          const isStillOpen = [...forms].some(other => formName(other.form) === formName(form));
          if (!isStillOpen) send({ ...form, state: 'closed' });
        },
      };
    },
    take: ({ people, ...form }) => {
      const next = new Map(edited.read());
      if (people.length > 0) next.set(formName(form), people);
      else next.delete(formName(form));
      edited.write(next);
    },
    renew: () => {
      for (const { say } of forms) say();
    },
    lost: () => edited.write(nobody),
  };
}
