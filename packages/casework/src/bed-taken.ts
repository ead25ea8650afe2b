import type { Refusal } from './outcome.ts';

/** The constraint by which one bed is held once a day: whoever comes second has held nothing. */
export const BED_ONCE = 'deadline_bed_once';

/** Said of no other child: which days are free the strip of beds shows. */
export const bedTaken = (caseId: string): Refusal => ({
  code: 'requirements-unmet',
  reasons: [
    {
      code: 'evaluation.bedTaken',
      params: {},
      text: {
        ja: 'このベッドには、同じ日に別の方が入ります。ほかのベッドか日を選んでください。',
        en: 'Somebody else has this bed on one of these days. Choose another bed or other days.',
      },
      waivable: 'no',
      fix: { event: 'evaluation.bedHeld', route: `/cases/${caseId}/evaluation` },
    },
  ],
});
