import type { Words } from '../../words.ts';
import type { ReadinessItem } from './readiness.ts';

const w = (ja: string, en: string): Words => ({ ja, en });

/** What is asked on the way into adult care, as whoever answers says it of the young person. */
export const readinessWords: Readonly<Record<ReadinessItem, Words>> = {
  explainsIllness: w('病気を自分のことばで話せる', 'Explains the illness in own words'),
  explainsCare: w('受けているケアを話せる', 'Explains the care'),
  knowsWarningSigns: w('いつもと違うときがわかる', 'Knows the warning signs'),
  namesMedicines: w('薬の名前と理由を言える', 'Names the medicines and why'),
  takesMedicines: w('薬を自分で管理する', 'Takes the medicines by oneself'),
  knowsAllergies: w('アレルギーと禁止を言える', 'Knows allergies and what is forbidden'),
  asksQuestions: w('診察で自分から聞く', 'Asks the doctor questions'),
  booksVisits: w('受診の予約を自分でとる', 'Books visits'),
  talksAlone: w('診察で一人で話す時間がある', 'Talks with the doctor alone'),
  callsForHelp: w('困ったとき電話できる', 'Calls for help'),
  knowsEmergencyPlan: w('救急のときにすることがわかる', 'Knows what to do in an emergency'),
  caresForDevices: w('機器の手入れができる、頼める', 'Cares for the devices, or asks for it'),
  ordersSupplies: w('物品の残りを見て頼める', 'Orders supplies in time'),
  carriesPapers: w('手帳・カードを持ち歩く', 'Carries papers and cards'),
  knowsSchemes: w('20歳までの制度(年金・手帳・難病)を知っている', 'Knows the schemes up to 20 (pension, certificate)'),
  knowsAdultClinic: w('おとなの診療の場所を知っている', 'Knows the adult clinic'),
  plansDays: w('卒業のあとの過ごし方を考えている', 'Plans the days after school'),
  talksAboutBody: w('からだと性のことを相談できる', 'Talks about body and sexuality'),
  hasSomebodyToTalkTo: w('家族のほかに話せる人がいる', 'Has somebody to talk to outside the family'),
  decidesWithHelp: w('大事なことを、助けをもらいながら決める', 'Decides what matters, with help'),
};
