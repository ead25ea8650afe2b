/** Words of the demo's start page. */
export const demo = {
  'demo.title': 'デモのはじめ',
  'demo.what':
    'ここは、かえりみちを試すための世界です。人も組織も出来事も、すべてつくりものです。何を押しても、だれにも迷惑はかかりません。',
  'demo.how': '役を選ぶと、その人としてログインします。パスワードはいりません。日付は{day}に始めたものです。',
  'demo.aged':
    '日付は{day}に始めたままです。期限はその日から数えています。きょうから始めるには、はじめに戻してください。',
  'demo.signedInAs': 'いまは{name}さんとしてログインしています。',
  'demo.back': '画面に戻る',
  'demo.toStart': '役を選ぶ・はじめに戻す',
  'demo.toStory': '「次の出来事」へ',
  'demo.roles': '役を選ぶ',
  'demo.be': '{name}として始める',
  'demo.others': 'ほかの病院・ステーションの人は、起動したときに表示されたパスワードでログインできます。',
  'demo.otherWindow': 'もう1つの窓で別の役になる',
  'demo.otherWindowHint': '別のアドレスで開くので、2つの役を並べて使えます。',
  'demo.story': '次の出来事',
  'demo.storyText':
    '押すたびに、話の中のだれかが1つ操作します。ボードを開いた窓を並べておくと、その場で動くのが見えます。',
  'demo.next': '次の出来事 ▶',
  'demo.nextIs': '次は{name}さん({role})、{no} {child}',
  'demo.progress': '{all}のうち{done}済み',
  'demo.over': '話はここまでです。はじめに戻すと、もう一度見られます。',
  'demo.nothing': 'いま進められる出来事はありません。',
  'demo.happened': '{no} {child}: {name}さん({org} {role})が、{what}',
  'demo.stopped': '{no} {child} の話はここで止まっています。{why}',
  'demo.log': '起きたこと',
  'demo.reset': 'はじめに戻す',
  'demo.resetText': 'この世界を、きょうを初日としてはじめから作り直します。',
  'demo.resetAsk':
    '試した内容(記録、登録したお子さん、加えた人、取り込んだファイル)はすべて消え、全員がログアウトします。元に戻せません。',
  'demo.resetDone': 'はじめに戻りました({seconds}秒)。役を選んで始めてください。',
  'demo.resetKeep': 'やめる',
  'demo.signInWithout': 'パスワードなしで役を選ぶ(デモ)',
  'demo.goOn': '{name}として続ける(デモ)',
} as const;
