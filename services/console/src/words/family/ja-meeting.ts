/** What the family's page says of a meeting, written as in ja.ts. */
export const jaMeeting = {
  meeting: '{話|はな}し{合|あ}い',
  meetingAsks: 'みんなで{話|はな}し{合|あ}う{日|ひ}を{決|き}めます。{来|こ}られる{日|ひ}を{教|おし}えてください。',
  meetingAnswered: '{返事|へんじ}をうけとりました。{日|ひ}が{決|き}まるまで、{変|か}えられます。',
  meetingChoose: 'どれか{一|ひと}つをえらんでください。',
  'meeting.fits': '○ {来|こ}られます',
  'meeting.fitsMaybe': '△ {都合|つごう}をつければ{来|こ}られます',
  'meeting.fitsNot': '× {来|こ}られません',
  meetingSend: '{返事|へんじ}をおくる',
  meetingRead:
    '{話|はな}し{合|あ}ったことを{書|か}いた{紙|かみ}を、{病院|びょういん}からうけとってください。{読|よ}んだら、ボタンをおしてください。',
  meetingHasRead: '{読|よ}みました',
} as const;
