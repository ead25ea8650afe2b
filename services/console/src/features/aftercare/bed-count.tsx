import type { BedStrip } from '@kaerimichi/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { aftercareRoutes } from '../../api/aftercare-routes.ts';
import { Button } from '../../parts/button.tsx';
import { NumberField } from '../../parts/number-field.tsx';
import { parseWhole } from '../../parts/parse-whole.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { useAdminWrite } from '../admin/use-admin.ts';

const MOST = 60;

/** How many beds the house keeps for evaluation admissions. */
export function BedCount({ strip }: { strip: BedStrip }) {
  const { say } = useSpeech();
  const id = useId();
  const client = useQueryClient();
  const [typed, setTyped] = useState(strip.count === null ? '' : String(strip.count));
  const keep = useAdminWrite(
    (api, beds: number, key) => api.call(aftercareRoutes.keepEvaluationBeds, { body: { beds }, key }),
    () => void client.invalidateQueries({ queryKey: ['case'] }),
  );
  const beds = parseWhole(typed, '');
  const isFit = beds !== null && beds >= 0 && beds <= MOST;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isFit && !keep.isPending) keep.mutate(beds);
  };
  return (
    <details open={strip.count === null}>
      <summary className="aftercare-fold">{say('beds.keep', { n: strip.count ?? 0 })}</summary>
      <form className="stack-tight" noValidate onSubmit={submit}>
        <ProblemNote error={keep.error} />
        <NumberField id={id} label={say('beds.count')} unit={say('beds.unit')} value={typed} onChange={setTyped} />
        <p className="row">
          <Button type="submit" isBusy={keep.isPending} whyNot={isFit ? undefined : say('beds.noCount')}>
            {say('beds.keepIt')}
          </Button>
          <span role="status" className="small">
            {keep.isSuccess && say('beds.kept')}
          </span>
        </p>
      </form>
    </details>
  );
}
