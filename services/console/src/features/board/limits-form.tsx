import { useState } from 'react';
import { useWorkplace } from '../../app/workplace.tsx';
import { Field } from '../../parts/field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import type { Limits } from './board-settings.ts';
import { boardColumns, type Column } from './columns.ts';
import { limitTyped } from './limits.ts';

type Props = { readonly limits: Limits; readonly onChange: (limits: Limits) => void };

/** 上限のめやす: how many cases of a column are thought to be enough. Part of the view, and advice alone. */
export function LimitsForm({ limits, onChange }: Props) {
  const speech = useSpeech();
  const { pathway } = useWorkplace();
  const change = (id: string, limit: number | null) => {
    const { [id]: _before, ...others } = limits;
    onChange(limit === null ? others : { ...others, [id]: limit });
  };
  return (
    <details>
      <summary>{speech.say('view.limits')}</summary>
      <p className="muted">{speech.say('view.limitsHint')}</p>
      <div className="view-limits">
        {boardColumns(pathway, speech).map(column => (
          <LimitField
            key={column.id}
            column={column}
            limit={limits[column.id]}
            onChange={limit => change(column.id, limit)}
          />
        ))}
      </div>
    </details>
  );
}

type FieldProps = {
  readonly column: Column;
  readonly limit: number | undefined;
  readonly onChange: (limit: number | null) => void;
};

function LimitField({ column, limit, onChange }: FieldProps) {
  const { say } = useSpeech();
  const [text, setText] = useState(limit === undefined ? '' : String(limit));
  const typed = limitTyped(text);
  return (
    <Field label={column.name} error={typed === undefined ? say('view.limitWrong') : undefined}>
      {tied => (
        <input
          {...tied}
          className="input input-short"
          inputMode="numeric"
          autoComplete="off"
          maxLength={4}
          value={text}
          onChange={({ target }) => {
            setText(target.value);
            const limitNow = limitTyped(target.value);
            if (limitNow !== undefined) onChange(limitNow);
          }}
        />
      )}
    </Field>
  );
}
