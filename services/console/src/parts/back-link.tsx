import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Glyph } from './glyph.tsx';

/** The way back to the page above: an arrow and where it leads, a target of its own. */
export function BackLink({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  return (
    <Link className="back-link" to={to}>
      <Glyph name="back" /> {children}
    </Link>
  );
}
