import { type ComponentProps, useState } from 'react';
import { createPortal } from 'react-dom';
import { Sheet } from './sheet.tsx';

type Props = ComponentProps<typeof Sheet> & {
  /** It is not to be seen for a while, and what was typed in it stays. */
  readonly isAway: boolean;
};

/** A sheet whose content lives on while it is away: it stands in a box of its own that the sheet takes in. */
export function KeptSheet({ isAway, children, ...sheet }: Props) {
  const [box] = useState(() => document.createElement('div'));
  return (
    <>
      {!isAway && (
        <Sheet {...sheet}>
          <div ref={place => place?.append(box)} />
        </Sheet>
      )}
      {createPortal(children, box)}
    </>
  );
}
