import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { Button } from '../../parts/button.tsx';
import { clockTime } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import type { FormLock } from './use-form-lock.ts';

type Props = { readonly lock: FormLock; readonly children: ReactNode };

/**
 * Fields, and above them who else fills them in (experience.md §6.4). They wait for one press at most; a link among them
 * does not wait.
 */
export function LockedFields({ lock, children }: Props) {
  const { say } = useSpeech();
  const fields = useRef<HTMLFieldSetElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const hasFocus = useRef(false);
  const { isHeld } = lock;
  // Whoever stood in a field, or on the button that goes, stands where it goes on.
  useLayoutEffect(() => {
    if (isHeld && fields.current?.contains(document.activeElement)) button.current?.focus();
    if (isHeld || !hasFocus.current) return;
    hasFocus.current = false;
    fields.current?.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
  }, [isHeld]);
  return (
    <>
      <p role="status" className={lock.editors.length > 0 ? 'note-info' : undefined}>
        <LockWords lock={lock} />
      </p>
      {isHeld && (
        <p>
          <Button
            ref={button}
            onFocus={() => {
              hasFocus.current = true;
            }}
            onBlur={() => {
              hasFocus.current = false;
            }}
            onClick={lock.free}
          >
            {say('lock.free')}
          </Button>
        </p>
      )}
      <fieldset ref={fields} role="none" className="form-fields" disabled={isHeld}>
        {children}
      </fieldset>
    </>
  );
}

function LockWords({ lock: { editors, isHeld } }: { readonly lock: FormLock }) {
  const { say, language } = useSpeech();
  const [first] = editors;
  if (!first) return null;
  const names = editors
    .map(({ name, org }) => (org ? say('lock.whoOf', { name, org }) : say('lock.who', { name })))
    .join(say('common.listMark'));
  const time = clockTime(Date.parse(first.since), language);
  return say(isHeld ? 'lock.held' : 'lock.together', { names, time });
}
