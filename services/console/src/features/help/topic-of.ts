/** Screens that 困ったとき has something to say about, by the address they have; the first that fits. */
const topics = [
  ['family', /^\/family/],
  ['inbox', /^\/inbox/],
  ['today', /^\/today|^\/cases\/[^/]+\/(card|visits)/],
  ['outbox', /^\/outbox/],
  ['tasks', /^\/tasks/],
  ['boardList', /^\/board\/list/],
  ['board', /^\/board/],
  ['handoffs', /^\/handoffs/],
  ['referrals', /^\/referrals/],
  ['merges', /^\/merges/],
  ['register', /^\/cases\/new/],
  ['record', /^\/cases\/[^/]+\/record/],
  ['handoff', /^\/cases\/[^/]+\/handoffs/],
  ['case', /^\/cases\//],
  ['search', /^\/search/],
  ['facilities', /^\/imports\/facilities/],
  ['imports', /^\/imports/],
  ['resources', /^\/resources/],
  ['house', /^\/reports\/house/],
  ['reports', /^\/reports/],
  ['signIns', /^\/sign-ins/],
  ['admin', /^\/admin/],
  ['duty', /^\/duty/],
  ['settings', /^\/settings/],
  ['proof', /^\/pathway/],
] as const;

export type HelpTopic = (typeof topics)[number][0];

/** Of which screen an address is; null of one without a how-to of its own, as the help itself. */
export const topicOf = (pathname: string): HelpTopic | null =>
  topics.find(([, pattern]) => pattern.test(pathname))?.[0] ?? null;
