import type { Words } from './words.ts';

const w = (ja: string, en: string): Words => ({ ja, en });

/** Words of codes of an evaluation admission, of follow-up and of the way into adult care. */
export const aftercareWords = {
  // evaluation admission
  inPerson: w('自宅で', 'At the home'),
  byVideo: w('画面ごしに', 'By video'),
  atHome: w('家', 'At home'),
  inHospital: w('病院', 'In hospital'),
  // follow-up
  avoidable: w('防げたと思う', 'Avoidable'),
  notAvoidable: w('防げなかったと思う', 'Not avoidable'),
  cannotTell: w('わからない', 'Cannot tell'),
  // adult care
  can: w('できる', 'Can'),
  aLittle: w('少しできる', 'A little'),
  notYet: w('まだ', 'Not yet'),
  alone: w('自分で決める', 'Decides alone'),
  withHelp: w('助けをもらって決める', 'Decides with help'),
  guardianAsked: w('成年後見を申し立てている', 'A guardian is asked for'),
  guardianAppointed: w('成年後見人がいる', 'A guardian is appointed'),
};
