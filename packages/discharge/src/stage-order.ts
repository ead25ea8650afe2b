/** Order of the rows for adoption; what lies outside it (evaluation, readmission, closed) is never before it. */
const stageOrder = [
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
