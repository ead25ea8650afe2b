import type { ComponentProps, ReactNode } from 'react';
import { useId } from 'react';

type Kind = 'primary' | 'plain' | 'quiet' | 'danger';

type Props = Omit<ComponentProps<'button'>, 'disabled' | 'className'> & {
  readonly kind?: Kind;
  readonly isSmall?: boolean;
  readonly isBusy?: boolean;
  /** Allowed, but not now: the reason stands beside the button (never in a tooltip alone). */
  readonly whyNot?: ReactNode;
};

export function Button({ kind = 'plain', isSmall, isBusy, whyNot, onClick, children, type, ...rest }: Props) {
  const reasonId = useId();
  const isOff = Boolean(whyNot) || Boolean(isBusy);
  const button = (
    <button
      {...rest}
      type={type ?? 'button'}
      className={`button button-${kind}${isSmall ? ' button-small' : ''}`}
      aria-disabled={isOff || undefined}
      aria-busy={isBusy || undefined}
      aria-describedby={whyNot ? reasonId : rest['aria-describedby']}
      onClick={event => {
        if (isOff) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {children}
    </button>
  );
  if (!whyNot) return button;
  return (
    <span className="button-with-reason">
      {button}
      <span id={reasonId} className="small muted">
        {whyNot}
      </span>
    </span>
  );
}
