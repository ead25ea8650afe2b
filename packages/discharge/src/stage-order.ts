/** The way home in order: what a running case is adopted into; evaluation, readmission and closed lie outside it. */
export const stageOrder = [
  'screening',
  'familyInterview',
  'planning',
  'preparing',
  'trialStay',
  'jointConference',
  'readyForDischarge',
  'discharged',
  'firstVisit',
  'followUp',
  'stableAtHome',
] as const;

export const isEarlierStage = (stage: string, than: string): boolean => {
  const order: readonly string[] = stageOrder;
  return order.includes(stage) && order.indexOf(stage) < order.indexOf(than);
};
