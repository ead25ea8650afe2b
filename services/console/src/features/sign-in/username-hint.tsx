/** For the browser's store of passwords, which wants to know whose it is. */
export function UsernameHint({ identifier }: { identifier: string }) {
  return (
    <input className="hidden-visually" readOnly tabIndex={-1} aria-hidden autoComplete="username" value={identifier} />
  );
}
