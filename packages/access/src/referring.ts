import { mayRefer, registers } from './commands.ts';
import type { Viewer } from './viewer.ts';

/** What one organisation asks another to take on, as far as who is told what of it depends on it. */
export type ReferralStanding = {
  readonly from: string;
  readonly to: string;
  readonly state: 'sent' | 'accepted' | 'declined' | 'withdrawn';
};

export type ReferralSight = {
  /** Whose part is the viewer's: the receiver answers, the sender withdraws. */
  readonly as: 'receiver' | 'sender';
  /** Whether what was told of the child is read with it. */
  readonly tellsChild: boolean;
};

/**
 * As what a viewer reads a referral; null: not at all. Whoever registers cases reads what came to its organisation, of the
 * child only while that one may take it on or has: of what was declined, withdrawn or lapsed it keeps that it came and
 * what became of it. Whoever refers reads what the own organisation wrote.
 */
export function referralSight(viewer: Viewer, { from, to, state }: ReferralStanding): ReferralSight | null {
  if (registers(viewer) && viewer.org === to)
    return { as: 'receiver', tellsChild: state === 'sent' || state === 'accepted' };
  return mayRefer(viewer) && viewer.org === from ? { as: 'sender', tellsChild: true } : null;
}
