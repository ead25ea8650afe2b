export const tabs = [
  '',
  'next',
  'path',
  'outlook',
  'team',
  'checklists',
  'skills',
  'devices',
  'entitlements',
  'stays',
  'conferences',
  'evaluation',
  'followUp',
  'adult',
  'facts',
  'documents',
  'sharing',
  'fees',
  'record',
  'overview',
] as const;
export type Tab = (typeof tabs)[number];

/** In the order in which they are read: where the panes beside the page have no room, what they hold comes first. */
export function tabOrder({ hasLeft, hasRight }: { readonly hasLeft: boolean; readonly hasRight: boolean }): Tab[] {
  const others = tabs.filter(tab => tab !== 'overview' && (hasRight || tab !== 'next'));
  return [...(hasRight ? [] : ['next' as const]), ...(hasLeft ? [] : ['overview' as const]), ...others];
}
