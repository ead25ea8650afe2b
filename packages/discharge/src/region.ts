/** Independent parts of an open case: the way through the stages, the four tracks and the transition to adult care. */
export type Region = 'main' | 'community' | 'training' | 'equipment' | 'entitlements' | 'adult';
