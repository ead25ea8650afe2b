import { useId } from 'react';
import type { FamilyKey } from '../../words/family/family-words.ts';
import { Said } from './said.tsx';
import { useFamilyText } from './use-family.ts';

type Props = {
  readonly of: FamilyKey;
  readonly most: number;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** Words of one's own, as many as one likes. */
export function FamilyText({ of, most, value, onChange }: Props) {
  const text = useFamilyText();
  const id = useId();
  return (
    <p className="stack-tight">
      <label htmlFor={id}>
        <Said of={of} />
      </label>
      <textarea
        id={id}
        aria-label={text(of)}
        className="input"
        maxLength={most}
        value={value}
        onChange={event => onChange(event.target.value)}
      />
    </p>
  );
}
