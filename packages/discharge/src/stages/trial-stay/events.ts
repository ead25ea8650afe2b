import { z } from 'zod';
import { about, isOneOf } from '../../about.ts';
import { defineFact, defineMove } from '../../event.ts';
import { itemId } from '../../vocabulary.ts';

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

const stayNoted = defineFact('trialStay.noted', {
  label: { ja: '外泊の日誌を書く', en: 'Write the diary of the stay' },
  reading: 'がいはく の にっし を かく',
  alsoCalled: { ja: 'にっき', en: 'diary' },
  told: { ja: '外泊の日誌を書いた', en: 'Diary of the stay written' },
  category: 'plan',
  // Who writes at night beside the child does not ask first what others wrote meanwhile.
  append: true,
  body: {
    stayId: itemId,
    isProblem: z.boolean().describe('困ったことがあったか'),
  },
  about: about('stays', 'stayId', isOneOf('status', ['begun', 'ended'])),
  texts: { diary: { label: { ja: '日誌', en: 'Diary' }, required: true, maxLength: 2000 } },
});

export const trialStayEvents = [stayReturned, stayNoted] as const;
