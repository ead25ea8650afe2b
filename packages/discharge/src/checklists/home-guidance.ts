import { check, type TemplateCheck } from './template-check.ts';

/** What guidance at home (在宅指導) looks at with the family: of a severe heart disease, and of severe motor and intellectual disabilities. */
export const homeGuidanceChecks = {
  heartSigns: check(
    'familyReady',
    '心不全・チアノーゼのサインと、見つけたときの連絡を家族と確かめる',
    'Go through signs of heart failure and cyanosis, and whom to call',
  ),
  heartWeight: check(
    'familyReady',
    '体重・尿量・哺乳量(水分)の測り方と、知らせる目安を決める',
    'Settle how weight, urine and intake are measured, and when to tell',
  ),
  heartMedicines: check(
    'familyReady',
    '利尿薬・抗凝固薬などの時刻と、飲めなかったときの対応を確かめる',
    'Go through diuretics and anticoagulants, and what to do about a missed dose',
  ),
  heartRest: check(
    'familyReady',
    '泣かせすぎない・冷やさないなど、家での過ごし方と入浴を一緒に行う',
    'Practise the day at home: rest, warmth, bathing',
  ),
  heartInfection: check(
    'formalities',
    '予防接種・RSウイルス予防と、歯科受診のときの予防投薬を確かめる',
    'Check vaccinations, RSV prophylaxis and antibiotics before dental care',
  ),
  heartSaturation: check(
    'inEmergency',
    'そのお子さんのSpO2・脈拍の目安を、指示書のとおり家に貼る',
    'Put up the limits of SpO2 and pulse at home, as ordered for this child',
  ),
  bodyPosture: check(
    'familyReady',
    '体位・姿勢と、側弯・股関節に気をつける抱き方を自宅で一緒に行う',
    'Practise posture and handling at home, minding spine and hips',
  ),
  bodySwallow: check(
    'familyReady',
    '食べる・注入するときの姿勢と、むせ・誤嚥のサインを確かめる',
    'Go through posture while feeding, and signs of aspiration',
  ),
  bodySecretions: check(
    'familyReady',
    '排痰・吸引のしかたと、呼吸が浅いときの対応を自宅で確かめる',
    'Go through clearing of secretions and shallow breathing at home',
  ),
  bodySeizures: check(
    'inEmergency',
    'いつものけいれんと、いつもと違うけいれんの見分けと連絡を確かめる',
    'Tell usual seizures from others, and whom to call',
  ),
  bodySkin: check(
    'familyReady',
    '皮膚・褥瘡・装具の当たりを一緒に見る',
    'Look at skin, pressure and orthoses together',
  ),
  bodyTransfer: check(
    'supplies',
    '入浴・移乗・バギーなど、家の動線と福祉用具を確かめる',
    'Check bathing, transfers, buggy and aids in the home',
  ),
  bodyRespite: check(
    'localCare',
    '通所・短期入所と、きょうだい・介護する人の休みを話し合う',
    'Talk about day care and respite, and rest for siblings and caregivers',
  ),
} as const satisfies Readonly<Record<string, TemplateCheck>>;
