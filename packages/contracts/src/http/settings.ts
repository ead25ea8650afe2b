import { noticeKinds } from '@kaerimichi/discharge';
import { mailChoice } from '@kaerimichi/notices';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';

const choices = {
  theme: z.enum(['system', 'light', 'dark']),
  textSize: z.enum(['standard', 'large', 'xlarge']),
  density: z.enum(['compact', 'normal', 'detailed']),
  /** Whose changes a screen reader is told: those of the own organisation, all, none. */
  announce: z.enum(['own', 'all', 'none']),
  /** Single-letter shortcuts. */
  letters: z.boolean(),
  /** Kinds of notices that are told of no case. */
  muted: z.array(z.enum(noticeKinds)).max(noticeKinds.length),
  /** Whether and when notices are told by mail; of whoever may see no case nothing is told. */
  mail: mailChoice,
};

/** How somebody likes the program to be, on every computer; what is absent is as it comes. */
export const settings = z.strictObject(choices).partial();
export type Settings = z.infer<typeof settings>;

/** What is kept of somebody, as far as this version knows it: one setting of another version spoils no other one. */
export function readSettings(stored: Readonly<Record<string, unknown>>): Settings {
  const known = Object.entries(choices).flatMap(([name, choice]) => {
    const read = choice.safeParse(stored[name]);
    return read.success ? [[name, read.data]] : [];
  });
  // Each was read by the schema of its own name.
  return Object.fromEntries(known) as Settings;
}

export const settingsEndpoints = {
  set: endpoint({
    method: 'PUT',
    path: '/me/settings',
    summary: 'Set some of the own settings; the others stay',
    body: settings,
    answer: settings,
    status: 200,
  }),
};
