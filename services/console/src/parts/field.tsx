import { type ReactNode, useId } from 'react';
import { useSpeech } from '../words/speech-context.tsx';
import { Glyph } from './glyph.tsx';

/** Attributes that tie a control to its label, hint and error. */
export type Tied = {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-required': true | undefined;
};

export type FieldProps = {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly isRequired?: boolean;
  /** Id of the control, where an error summary links to it. */
  readonly id?: string;
};

/** Label, hint and error around one control. */
export function Field({ children, ...props }: FieldProps & { children: (tied: Tied) => ReactNode }) {
  const own = useId();
  const id = props.id ?? own;
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {props.label}
        <RequiredMark isRequired={props.isRequired} />
      </label>
      <FieldNotes id={id} hint={props.hint} error={props.error} />
      {children(tiedTo(id, props))}
    </div>
  );
}

/** Legend, hint and error around several controls that answer one question. */
export function FieldGroup({ children, ...props }: FieldProps & { children: ReactNode }) {
  const own = useId();
  const id = props.id ?? own;
  const { 'aria-describedby': describedBy } = tiedTo(id, props);
  return (
    <fieldset className="field" id={id} tabIndex={-1} aria-describedby={describedBy}>
      <legend className="field-label">
        {props.label}
        <RequiredMark isRequired={props.isRequired} />
      </legend>
      <FieldNotes id={id} hint={props.hint} error={props.error} />
      {children}
    </fieldset>
  );
}

function tiedTo(id: string, { hint, error, isRequired }: FieldProps): Tied {
  const notes = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(note => note !== '');
  return {
    id,
    'aria-describedby': notes.length > 0 ? notes.join(' ') : undefined,
    'aria-invalid': error ? true : undefined,
    'aria-required': isRequired || undefined,
  };
}

function RequiredMark({ isRequired }: { isRequired: boolean | undefined }) {
  const { say } = useSpeech();
  if (isRequired === undefined) return null;
  return <span className="field-required">{say(isRequired ? 'form.required' : 'form.optional')}</span>;
}

function FieldNotes({ id, hint, error }: { id: string; hint?: ReactNode; error?: string | undefined }) {
  return (
    <>
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          <Glyph name="overdue" /> {error}
        </p>
      )}
    </>
  );
}
