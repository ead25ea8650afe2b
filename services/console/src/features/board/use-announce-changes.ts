import { type Card, seenOf } from '@kaerimichi/contracts';
import { useEffect, useRef } from 'react';
import { usePreferences } from '../../app/services.tsx';
import { useWorkplace } from '../../app/workplace.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { differencesOf } from './seen.ts';

/** Says to a screen reader what others moved: one's own organisation's cases, all, or none, as one chose. */
export function useAnnounceChanges(cards: ReadonlyMap<string, Card>, isLoaded: boolean): void {
  const { announce: which } = usePreferences();
  const { me, own, pathway, announce } = useWorkplace();
  const { say, code, pick } = useSpeech();
  const last = useRef<ReadonlyMap<string, Card> | null>(null);
  useEffect(() => {
    const before = last.current;
    last.current = isLoaded ? cards : null;
    if (!before || !isLoaded || which === 'none') return;
    const isMine = (card: Card) => card.lead === me.membership.org.id || card.owners.includes(me.membership.org.id);
    const stage = (id: string) => {
      const found = pathway.stages.find(other => other.id === id);
      return found ? pick(found.label) : id;
    };
    for (const card of cards.values()) {
      const old = before.get(card.id);
      if (old === card || own.made(card) || (which === 'own' && !isMine(card))) continue;
      if (!old) announce(say('announce.new', { no: card.no }));
      else if (old.stage !== card.stage)
        announce(say('announce.moved', { no: card.no, from: stage(old.stage), to: stage(card.stage) }));
      else if (isMine(card)) {
        const kinds = differencesOf(card, { version: old.version, card: seenOf(old) }).map(({ kind }) => kind);
        const what = kinds.filter(kind => kind !== 'other').map(kind => code('change', kind));
        if (what.length > 0)
          announce(say('announce.changed', { no: card.no, what: what.join(say('common.listMark')) }));
      }
    }
  }, [cards, isLoaded, which, me, own, pathway, announce, say, code, pick]);
}
