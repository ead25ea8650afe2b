import type { HandoffView } from '@kaerimichi/contracts';
import { useState } from 'react';
import { useLatest } from '../../parts/use-latest.ts';
import { useDraftedInput } from '../form/use-drafted-input.ts';
import { keptTexts, type SaidTexts, withoutSaid } from './said-texts.ts';

const nothing: SaidTexts = {};

/** Questions, answers and the decision as they are typed: one draft for each handoff, so that opening it asks once. */
export function useSaid(caseId: string, { id }: HandoffView) {
  const [about] = useState({
    place: `handoff.${caseId}.${id}.said`,
    caseId,
    subject: 'handoffReply',
    route: `/cases/${caseId}/handoffs/${id}`,
  });
  const drafted = useDraftedInput({ about, first: nothing, parse: keptTexts });
  const latest = useLatest(drafted.input);
  return {
    textOf: (name: string) => drafted.input[name] ?? '',
    write: (name: string, text: string, more: SaidTexts = {}) => drafted.change({ [name]: text, ...more }),
    /** Sent, or not wanted. */
    done: (...names: string[]) => {
      const left = withoutSaid(latest(), names);
      if (left) drafted.change(left);
      else drafted.forget();
    },
    draft: drafted.draft,
  };
}
export type Said = ReturnType<typeof useSaid>;
