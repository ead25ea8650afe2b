/** Words of マイタスク. */
export const tasks = {
  'task.counts': 'すること {n}件(あなたの番のケースは{turns}件)',
  'task.doors': 'ケースになる前のこと',
  'taskGroup.overdue': '期限を過ぎた',
  'taskGroup.soon': '今日・7日以内',
  'taskGroup.other': 'そのほか',
  'taskGroup.given': 'ほかの人に頼んだもの',
  'task.assign': '担当を変える',
  'task.assignName': '担当を変える:{no} {what}',
  'task.moveDue': '期限を動かす',
  'task.moveDueName': '期限を動かす:{no} {what}',
  'task.none': 'いま、あなたがすることはありません。ほかの人の番のケースは、連携ボードで見られます。',
  'task.more': 'ほかにもあります。上から順に片づけると、ここに出てきます。',
  'task.since': '{days}日前から',
  'task.named': '担当:{name}',
} as const;
