/** Words of the counts: tables, how each is counted, what is hidden. */
export const reports = {
  'counts.title': '事業の集計',
  'counts.intro':
    'ネットワーク全体のケースを数えたものです。一人ひとりのお子さんがわからないように、5未満の数は「5未満」と書きます。',
  'counts.withheldText':
    '合計との引き算などで5未満の数がわかってしまうところは「非公表」とします。件数が行の数に比べて少ない表は、合計だけを載せます。「5未満」には0も入ります。',
  'counts.at':
    '{at} 現在の数です。1日に1回まで数え直します。前に数えたときから段階などが変わったお子さんが5人より少ないあいだは、数え直さず前の数を載せます。',
  'counts.csv': 'CSVで保存する',
  'counts.print': '印刷する',
  'counts.group': '区分',
  'counts.count': '件数',
  'counts.how': '数え方',
  'counts.total': '合計',
  'counts.all': '進行中のケース全体',
  'counts.under5': '5未満',
  'counts.withheld': '非公表',
  'counts.table': '表',
  'counts.taken': '時点',
  'counts.saved': 'CSVを保存しました。',
  'countTable.column': '段階ごとの進行中のケース',
  'countTable.phase': '時期ごとの進行中のケース',
  'countTable.lead': '主担当の組織の種類ごとの進行中のケース',
  'countTable.age': '年齢ごとの進行中のケース',
  'countTable.need': '必要なケアごとの進行中のケース',
  'countTable.hold': '止まっている理由ごとの進行中のケース',
  'countTable.closed': '今年度に終了したケース',
  'countHow.column': '終了していないケースを、いまいる連携ボードの列で数えます。1つのケースは1つの列だけに入ります。',
  'countHow.phase': '段階の表の数を、時期ごとに足したものです。足す数のどれかが伏せてあるときは「非公表」になります。',
  'countHow.lead': '終了していないケースを、いま主担当の組織の種類で数えます。',
  'countHow.age':
    '終了していないケースを、集計した日の満年齢(誕生日で数える)で分けます。生まれる前のお子さんと、生年月日の記録がないお子さんは最後の行に入ります。',
  'countHow.need':
    '終了していないケースのうち、そのケアが必要と記録されているものを数えます。1人に複数のケアがあれば、それぞれの行に入るので、足しても全体の数にはなりません。',
  'countHow.hold':
    '終了していないケースのうち、いまその理由で止まっているものを数えます。複数の理由があれば、それぞれの行に入るので、足しても全体の数にはなりません。',
  'countHow.closed':
    '{from}から集計した時までに終了し、再開していないケースを、終わり方で数えます。年度は4月1日から3月31日までです。',
  'ageBand.under1': '0歳',
  'ageBand.from1': '1〜2歳',
  'ageBand.from3': '3〜5歳',
  'ageBand.from6': '6〜11歳',
  'ageBand.from12': '12〜14歳',
  'ageBand.from15': '15〜17歳',
  'ageBand.from18': '18歳以上',
  'ageBand.unborn': '出生前・生年月日の記録なし',
} as const;
