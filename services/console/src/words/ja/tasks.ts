/** Words of マイタスク. */
export const tasks = {
  'nav.tasks': 'マイタスク',
  'nav.tasksTurn': 'マイタスク、あなたの番 {n}件',
  'taskGroup.overdue': '期限を過ぎた',
  'taskGroup.soon': '今日・7日以内',
  'taskGroup.other': 'そのほか',
  'task.none': 'いま、あなたがすることはありません。ほかの人の番のケースは、連携ボードで見られます。',
  'task.more': 'ほかにもあります。上から順に片づけると、ここに出てきます。',
  'task.since': '{days}日前から',
  'task.named': '担当:{name}',
} as const;
