import { z } from 'zod';
import { day } from '../calendar/meant-day.ts';
import {
  barringFees,
  careSteps,
  conferenceStaff,
  destinations,
  factors,
  homeCareItems,
  hospitalStaff,
  nicuFactors,
  nutritionNeeds,
  parties,
  stayedAt,
  visitors,
  wardFees,
} from './fact-codes.ts';

const said = <T extends z.ZodType>(type: T, ja: string, en: string) => type.meta({ title: `${ja} / ${en}` }).optional();
const yes = (ja: string, en: string) => said(z.boolean(), ja, en);
const on = (ja: string, en: string) => said(day, ja, en);
const days = (ja: string, en: string) => said(z.array(day).max(100), ja, en);
const one = <const V extends readonly [string, ...string[]]>(codes: V, ja: string, en: string) =>
  said(z.enum(codes), ja, en);
const some = <const V extends readonly [string, ...string[]]>(codes: V, ja: string, en: string) =>
  said(z.array(z.enum(codes)).max(60), ja, en);
const count = (ja: string, en: string) => said(z.int().min(0).max(10_000), ja, en);

/** Every fact that a fee asks for. None has a default: what is not recorded is missing. Days are `YYYY-MM-DD`. */
export const feeFactTypes = {
  wardFee: one(wardFees, '算定している入院料', 'Ward fee claimed'),
  dpc: yes('DPCで算定している', 'Claimed under DPC'),
  notified: yes('施設基準の届出がある', 'Facility standard notified'),
  notifiedVideo: yes('情報通信機器を用いた診療の届出がある', 'Video consultation notified'),
  admittedOn: on('入院日', 'Admitted on'),
  dischargedOn: on('退院日', 'Discharged on'),
  destination: one(destinations, '退院先', 'Destination'),
  bornOn: on('生年月日', 'Born on'),
  consent: yes('患者・家族の同意がある', 'Consent of patient or family'),
  writtenInformation: yes('文書で情報提供した', 'Information given in writing'),
  keyPointsRecorded: yes('要点を診療録に記載した', 'Key points recorded in the chart'),
  claimedSameStay: some(barringFees, '同じ入院で算定したもの', 'Claimed in the same stay'),
  claimedSameMonth: some(barringFees, '同じ月に算定したもの', 'Claimed in the same month'),
  claimedSameDay: some(
    barringFees,
    '同じ日に自院・特別の関係で算定したもの',
    'Claimed the same day here or by a related institution',
  ),

  wishesHome: yes('在宅での療養を希望している', 'Wishes to live at home'),
  factors: some(factors, '退院困難な要因', 'Factors that make discharge hard'),
  nicuFactors: some(nicuFactors, '加算3の退院困難な要因', 'Factors of add-on 3'),
  screenedOn: on('要因を抽出した日', 'Screened on'),
  familyTalkOn: on('家族と話し合った日', 'Talk with the family on'),
  planStartedOn: on('退院支援計画に着手した日', 'Plan started on'),
  inHouseConferenceOn: on('院内カンファレンスの日', 'In-house conference on'),
  conferenceStaff: some(conferenceStaff, '院内カンファレンスの出席者', 'Present at the in-house conference'),
  contentShared: yes(
    '欠席した職種へ部門内で内容を共有した',
    'Content shared within the department with who was absent',
  ),
  planExplainedOn: on('計画を文書で説明した日', 'Plan explained in writing on'),
  planGivenOn: on('計画を交付した日', 'Plan handed over on'),
  planConsent: yes('計画の策定に同意がある', 'Consent to making the plan'),
  destinationRecorded: yes('退院先を診療録に記載した', 'Destination recorded'),
  preparationConfirmed: yes('在宅の準備を確認し文書で渡した', 'Preparations confirmed and given in writing'),
  enteredWardOn: on('いまの病棟に移った日', 'Entered this ward on'),
  nicuFeeThisStay: yes('この入院でA302・A302-2・A303の2を算定した', 'A302, A302-2 or A303-2 claimed during this stay'),
  transferredWithClaim: yes(
    '加算を算定した病院からの1回目の転院である',
    'First transfer from a hospital that claimed the add-on',
  ),
  emergencyContactGiven: yes('緊急連絡先を文書で渡した', 'Emergency contacts given in writing'),
  reachableDayAndNight: yes('24時間連絡が取れる', 'Reachable day and night'),
  earlierSupportOn: days('この入院で同じ加算を算定した日', 'Days on which it was claimed for this stay'),
  admittedFrom: one(stayedAt, '入院前の居場所', 'Admitted from'),
  plannedAdmission: yes('予定入院である', 'Planned admission'),
  careNeedCertified: yes('要介護・要支援状態である', 'Certified as needing long-term care'),
  preAdmissionSteps: some(careSteps, '入院前に実施した項目（ア～ク）', 'Steps done before admission'),
  supportPlanSharedOn: on('療養支援計画書を病棟と共有した日', 'Care support plan shared with the ward on'),
  supportPlanGivenOn: on('療養支援計画書を説明・交付した日', 'Care support plan explained and given on'),
  medicalCareScore: count('医療的ケア判定スコア', 'Medical care score'),
  cumulativeStayDays: count('自院の通算入院日数', 'Cumulative days of stay here'),
  linkedReadmission: yes('前の入院と通算される', 'Counts together with the stay before'),
  earlierPreAdmissionOn: days('自院で同じ加算を算定した日', 'Days on which it was claimed here'),

  guidedOn: on('共同指導の日', 'Joint guidance on'),
  hospitalStaff: some(hospitalStaff, '病院側の出席者', 'Present for the hospital'),
  parties: some(parties, '相手側の出席者', 'Present for the others'),
  stations: count('出席した訪問看護ステーションの数', 'Home nursing stations present'),
  byHomeDoctorsOrder: yes('在宅療養担当医の指示による', "By the home-care doctor's order"),
  byVideo: yes('ビデオ通話で行った', 'By video call'),
  videoConsent: yes('画面での共有に同意がある', 'Consent to sharing on screen'),
  earlierGuidanceOn: days('この入院で共同指導を算定した日', 'Joint guidance claimed in this stay on'),
  planSharedWithHomeCare: yes('計画を在宅療養担当医療機関と共有した', 'Plan shared with the home-care institution'),
  houseCallsDayAndNight: yes('24時間の往診と訪問看護の体制がある', 'House calls and nursing day and night'),
  supportClinic: yes('在宅療養支援診療所である', 'Is a home-care support clinic'),
  contactDocumentGiven: yes('24時間の連絡先を文書で渡した', 'Day-and-night contacts given in writing'),
  patientChose: yes('患者が選んだ事業所である', 'Chosen by the patient'),
  attachedCareFacility: yes('病院併設の介護保険施設の人である', "Of the hospital's own care facility"),
  wantsServices: yes('サービスの導入を望んでいる', 'Wants services'),
  byDepartment: yes('入退院支援部門の担当者が行った', "By the department's person in charge"),
  standingCooperation: yes('平時からの連携体制がある', 'Standing cooperation'),
  wardNotifiesSupport1: yes('加算1の届出病棟である', 'Ward is notified for add-on 1'),

  longStayExpected: yes('1月を超える入院の見込み', 'Stay of over a month expected'),
  visitedOn: on('訪問した日', 'Visited on'),
  visitor: one(visitors, '訪問した人', 'Visitor'),
  earlierVisitsOn: days('これまでに算定する訪問の日', 'Earlier visits on'),
  staysAt: one(stayedAt, '訪問した日の居場所', 'Where the child stays on that day'),
  homeCare: some(homeCareItems, '在宅の指導管理・状態', 'Home care in place'),
  highlyManaged: yes('高度な指導管理を要すると記録された', 'Recorded as needing advanced guidance'),
  accompanied: some(parties, '同行した人', 'Accompanied by'),
  skillsTransferred: yes('技術移転・指導を行った', 'Skills passed on'),
  earlierAccompaniedOn: days('退院後に同行加算を算定した日', 'Accompaniment claimed on'),
  nutritionNeed: some(nutritionNeeds, '栄養管理の必要', 'Need of nutrition care'),
  minutes: count('実施した時間（分）', 'Minutes'),
  trialStayOn: on('外泊の初日', 'First day of the trial stay'),
  inHospitalRehearsal: yes('院内での宿泊練習である', 'Is a rehearsal inside the hospital'),
  guidanceGiven: yes('在宅療養の指導管理を行った', 'Home-care guidance given'),
  earlierTrialGuidanceOn: days('この入院でC100を算定した日', 'C100 claimed in this stay on'),
  returnedFromStay: yes('外泊から帰院した', 'Returned from the trial stay'),

  providedOn: on('情報を提供した日', 'Information provided on'),
  earlierLettersOn: days('同じ区分で情報提供を算定した日', 'Letters of this kind claimed on'),
  sameOwner: yes('特別の関係、または開設者が同じ市町村', 'Related body, or owned by that municipality'),
  forOwnArea: yes('居住地を管轄する先、または指定事業者である', 'Of the home municipality, or a designated provider'),
  careNeeded: yes('相手での診療が必要と判断した', "The other's care judged needed"),
  attends: yes('その学校等に通っている', 'Attends that school or nursery'),
  schoolGroup: yes(
    '小児慢性・医療的ケア児・アナフィラキシー等に当たる',
    'Chronic disease, medical care or anaphylaxis',
  ),
  sameDoctor: yes('主治医と学校医が同じ人', 'Attending and school doctor are one'),
  dataAttached: yes('検査結果・画像・治療計画を添付した', 'Results, images and plan attached'),

  nursingOrder: yes('その日に有効な訪問看護指示書がある', 'A nursing order covers that day'),
  firstVisitOn: on('初回の訪問看護の日', 'First home nursing visit on'),
  diedOrReadmitted: yes('初回訪問の前に死亡・再入院した', 'Died or readmitted before the first visit'),
  table7: yes('別表第七に当たる', 'Of table 7'),
  severeClass: one(['super', 'semi', 'none'], '超重症児・準超重症児', 'Severe class'),
  needJudged: yes('退院日の訪問の必要が認められた', 'Visit on the day judged necessary'),
  specialOrder: yes('特別訪問看護指示の期間である', 'Within a special nursing order'),
  visitsThatDay: count('その日の訪問回数', 'Visits that day'),
  longVisitsThisWeekOn: days('その週に長時間加算を算定した日', 'Long visits claimed that week on'),
  requested: yes('相手からの求めがある', 'Requested by the recipient'),
  firstEnrolment: yes('入園・入学した月である', 'Month of enrolment'),
  careChanged: yes('医療的ケアの方法を変えた月である', 'Month in which care was changed'),
  throughDoctor: yes('主治医を通じて提供した', 'Given through the attending doctor'),
} as const;

export type FactName = keyof typeof feeFactTypes;
/** Facts of a case for whichever fee: one that a fee does not ask for is left aside, one that no fee knows is a fault. */
export const feeFacts = z.strictObject(feeFactTypes);
export type FeeFacts = z.output<typeof feeFacts>;
