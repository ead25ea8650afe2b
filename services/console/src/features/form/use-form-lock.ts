import type { FormEditor } from '@kaerimichi/contracts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useSelected } from '../../app/services.tsx';
import { useWorkplace } from '../../app/workplace.tsx';
import { formName, type OpenedForm } from '../../live/form-locks.ts';

export type FormLock = {
  /** Who else fills the form in, from the longest on. */
  readonly editors: readonly FormEditor[];
  /** Nothing can be put in yet: somebody else does, and nobody here has said that they will at the same time. */
  readonly isHeld: boolean;
  readonly free: () => void;
  /** Something was put in here. */
  readonly typed: () => void;
  readonly sent: () => void;
};

const none: readonly FormEditor[] = [];

/** Who else fills in a form that is open here, and that it is filled in here. Whoever has begun is never stopped. */
export function useFormLock(caseId: string, form: string): FormLock {
  const { forms } = useWorkplace().live;
  const editors = useSelected(forms.edited, all => all.get(formName({ caseId, form })) ?? none);
  const [isFree, setFree] = useState(false);
  const opened = useRef<OpenedForm | null>(null);
  useEffect(() => {
    const open = forms.open({ caseId, form });
    opened.current = open;
    return () => {
      opened.current = null;
      open.close();
    };
  }, [forms, caseId, form]);
  const free = useCallback(() => setFree(true), []);
  const typed = useCallback(() => {
    setFree(true);
    opened.current?.typed();
  }, []);
  const sent = useCallback(() => opened.current?.sent(), []);
  return { editors, isHeld: editors.length > 0 && !isFree, free, typed, sent };
}
