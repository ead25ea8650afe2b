import { z } from 'zod';

/** A calendar day `YYYY-MM-DD`, of Asia/Tokyo where it follows from an instant. */
export type Day = string;

const meant = {
  // ja / en
  error:
    '1900年から2199年までの日を書いてください。期限がないときは空けておきます。 / Give a day from 1900 to 2199; leave it empty where there is no end.',
};

/** A calendar day `YYYY-MM-DD` in Asia/Tokyo that exists. */
export const day = z.iso.date({ abort: true }).refine(isMeantDay, meant);

/** The same, of facts whose faults are told beside each other: one that cannot be read does not keep the others back. */
export const dayAmongFacts = z.iso.date().refine(isMeantDay, { ...meant, when: ({ issues }) => issues.length === 0 });

/** Outside these years a date is a slip of the keyboard, or a way to say never; neither is a day on which anything is due. */
function isMeantDay(on: string): boolean {
  return on >= '1900-01-01' && on <= '2199-12-31';
}
