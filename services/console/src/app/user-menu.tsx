import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { ProblemError } from '../api/problem-error.ts';
import { routes } from '../api/routes.ts';
import { Glyph } from '../parts/glyph.tsx';
import { useSpeech } from '../words/speech-context.tsx';
import { PhoneMenuLinks } from './navigation.tsx';
import { keepsDuty, makesVisits } from './screens.tsx';
import { useServices } from './services.tsx';
import { useWorkplace } from './workplace.tsx';

/** Who is signed in, for which organisation, and what belongs to the person rather than to a screen. */
export function UserMenu({ onKeys }: { onKeys: () => void }) {
  const { me } = useWorkplace();
  const { say, code } = useSpeech();
  const leave = useSignOut();
  const act = useActFor();
  const { membership } = me;
  const others = me.memberships.filter(({ id }) => id !== membership.id);
  return (
    <Menu
      label={
        <>
          <span className="user-glyph">
            <Glyph name="person" />
          </span>
          <span className="user-name">{me.person.name}</span> <Glyph name="down" />
        </>
      }
      name={say('user.menu', { name: me.person.name })}
    >
      {close => (
        <>
          <p className="menu-note small">
            <strong>{me.person.name}</strong>
            <br />
            {membership.org.name}
            <br />
            {code('role', membership.role)}
          </p>
          {others.map(({ id, org, role }) => (
            <button key={id} type="button" onClick={() => act.mutate(id)}>
              {say('user.actFor', { org: org.name, role: code('role', role) })}
            </button>
          ))}
          {act.isError && (
            <p className="menu-note small" role="alert">
              {say('user.actForFailed')}
            </p>
          )}
          <PhoneMenuLinks onOpen={close} />
          {makesVisits(me) && (
            <Link to="/today" onClick={close}>
              {say('nav.today')}
            </Link>
          )}
          {keepsDuty(me) && (
            <Link to="/duty" onClick={close}>
              {say('nav.duty')}
            </Link>
          )}
          <Link to="/settings" onClick={close}>
            {say('nav.settings')}
          </Link>
          {me.abilities.houseCounts && (
            <Link to="/reports/house" onClick={close}>
              {say('nav.house')}
            </Link>
          )}
          <button
            type="button"
            onClick={() => {
              close();
              onKeys();
            }}
          >
            {say('nav.keys')}
          </button>
          {leave.isError && (
            <p className="menu-note small" role="alert">
              {leave.error instanceof UnsentError
                ? say('user.unsent', { n: leave.error.n })
                : say('user.signOutFailed')}
            </p>
          )}
          <button type="button" onClick={() => leave.mutate()}>
            {say('user.signOut')}
          </button>
        </>
      )}
    </Menu>
  );
}

/** What was written here and nobody else has yet: signing out would erase the only copy. */
class UnsentError extends Error {
  readonly n: number;
  constructor(n: number) {
    super('unsent');
    this.n = n;
  }
}

function useSignOut() {
  const { api, identifier, leaving, offline } = useServices();
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async () => {
      const unsent = offline.program.read()?.unsent() ?? 0;
      if (unsent > 0) throw new UnsentError(unsent);
      return api.call(routes.signOut, {});
    },
    onError: error => {
      // The cookie lives on where nobody was reached: on a shared computer that must not look like having left.
      if (error instanceof ProblemError && error.problem.status === 401) left();
    },
    onSuccess: left,
  });

  function left() {
    // A shared computer keeps nothing of the person before.
    identifier.write('');
    leaving.leave();
    void navigate('/login', { replace: true });
    client.clear();
  }
}

function useActFor() {
  const { api } = useServices();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (membership: string) => api.call(routes.actFor, { body: { membership } }),
    onSuccess: me => {
      client.clear();
      client.setQueryData(['me'], me);
    },
  });
}

type MenuProps = {
  readonly label: ReactNode;
  readonly name: string;
  readonly children: (close: () => void) => ReactNode;
};

/** A button that opens a short list of links and actions; Escape and a click elsewhere close it. */
function Menu({ label, name, children }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const elsewhere = (event: Event) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', elsewhere);
    document.addEventListener('focusin', elsewhere);
    return () => {
      document.removeEventListener('pointerdown', elsewhere);
      document.removeEventListener('focusin', elsewhere);
    };
  }, [isOpen]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is listened for wherever the focus is inside
    <div
      className="menu"
      ref={box}
      onKeyDown={event => {
        if (event.key !== 'Escape' || !isOpen) return;
        setOpen(false);
        button.current?.focus();
      }}
    >
      <button
        ref={button}
        type="button"
        className="bar-button"
        aria-expanded={isOpen}
        aria-label={name}
        onClick={() => setOpen(!isOpen)}
      >
        {label}
      </button>
      {isOpen && <div className="menu-panel">{children(() => setOpen(false))}</div>}
    </div>
  );
}
