import { z } from 'zod';
import { defineMove } from '../../event.ts';

const stayReturned = defineMove('trialStay.returned', {
  label: { ja: '外泊から戻ったことを記録する', en: 'Record the return from the stay' },
  reading: 'がいはく から もどった こと を きろく する',
  alsoCalled: { ja: 'しけん がいはく', en: 'trial stay' },
  told: { ja: '外泊から戻った', en: 'Back from the stay' },
  category: 'clinical',
  body: { result: z.enum(['succeeded', 'problems', 'endedEarly']) },
  texts: { problems: { label: { ja: '困ったこと', en: 'Problems' } } },
  record: (facts, event) => {
    const ended = {
      status: 'ended',
      result: event.body.result,
      endedOn: event.occurredOn ?? event.on,
      endedSeq: event.seq,
    } as const;
    return {
      ...facts,
      whereabouts: 'hospital',
      stays: facts.stays.map(stay => (stay.status === 'begun' ? { ...stay, ...ended } : stay)),
    };
  },
});

export const trialStayEvents = [stayReturned] as const;
