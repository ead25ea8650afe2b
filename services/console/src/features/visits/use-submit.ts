import type { CaseView } from '@kaerimichi/contracts';
import { useState } from 'react';
import type { EventBody } from '../../api/send-event.ts';
import { useSend } from '../../api/use-send.ts';
import { useDeviceState, useProgram } from '../offline/use-program.ts';
import { visitRow } from './outgoing-of-visit.ts';

type Written = {
  readonly view: Pick<CaseView, 'id' | 'no' | 'version'>;
  readonly visitId: string;
  readonly body: EventBody;
  readonly append: boolean;
};

/**
 * Sends what somebody wrote of a visit. Where this device keeps things, it waits in the outbox until the server has it; else
 * it is sent now, or stays where it was typed.
 */
export function useSubmit() {
  const sending = useSend();
  const { outbox } = useProgram();
  const isOpen = useDeviceState().is === 'open';
  const [fault, setFault] = useState<unknown>(null);
  const submit = async ({ view, visitId, body, append }: Written): Promise<boolean> => {
    setFault(null);
    const { id: caseId, no, version } = view;
    if (!isOpen) return (await sending.send({ caseId, append, version, body, again: () => body })).ok;
    try {
      await outbox.add({ caseId, no, version, append, body, row: visitRow({ caseId, visitId }) });
      return true;
    } catch (error) {
      setFault(error);
      return false;
    }
  };
  return { submit, isBusy: sending.isBusy, error: fault ?? sending.error };
}
