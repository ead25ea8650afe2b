type Expected = { readonly ja: string; readonly en: string };

const flag: Expected = { ja: '0 か 1 を指定してください。', en: '0 or 1' };
const file: Expected = { ja: 'ファイルの場所を指定してください。', en: 'the path of a file' };
const database: Expected = {
  ja: 'postgresql://名前:パスワード@ホスト:5432/データベース名 の形で指定してください（パスワードの記号は %40 のように書きます）。',
  en: 'an address like postgresql://name:password@host:5432/database (signs in the password written as %40)',
};

/** What each variable takes, as it is told to whoever gave it something else. No value is repeated: some are secret. */
export const expectedValues = {
  PORT: { ja: '0 から 65535 までの整数を指定してください。', en: 'a whole number from 0 to 65535' },
  HOST: { ja: '待ち受けるアドレスを指定してください（例 127.0.0.1）。', en: 'the address to listen on, say 127.0.0.1' },
  PUBLIC_URL: {
    ja: 'http:// か https:// で始まるアドレスを指定してください。',
    en: 'an address that begins with http:// or https://',
  },
  TRUST_PROXY: {
    ja: '手前にあるプロキシの数（1 から 20）か、そのアドレスをコンマで区切って指定してください（loopback, linklocal, uniquelocal, 192.0.2.7, 10.0.0.0/8）。',
    en: 'the number of proxies in front (1 to 20), or their addresses with commas: loopback, linklocal, uniquelocal, 192.0.2.7, 10.0.0.0/8',
  },
  TLS_CERT_FILE: file,
  TLS_KEY_FILE: file,
  DATA_DIR: { ja: 'フォルダーの場所を指定してください。', en: 'the path of a folder' },
  DATABASE_URL: database,
  ADMIN_DATABASE_URL: database,
  SMTP_URL: {
    ja: 'smtp://名前:パスワード@ホスト:587 か smtps:// の形で指定してください（パスワードの記号は %40 のように書きます）。',
    en: 'an address like smtp://name:password@host:587 or smtps:// (signs in the password written as %40)',
  },
  MAIL_FROM: {
    ja: '差出人のメールアドレスを指定してください（例 かえりみち <kaerimichi@example.jp>）。',
    en: 'the address that mails come from, say Kaerimichi <kaerimichi@example.jp>',
  },
  DEMO: flag,
  DEMO_EXPOSE: flag,
  DEMO_PASSWORD: { ja: '8 文字以上にしてください。', en: '8 characters or more' },
  DEMO_WORLD: { ja: 'whole か small を指定してください。', en: 'whole or small' },
  ROLES: {
    ja: 'api, realtime, worker から、コンマで区切って指定してください。',
    en: 'some of api, realtime, worker, with commas',
  },
  NOW: {
    ja: '2026-12-01T00:00:00Z のような日時を指定してください。',
    en: 'an instant like 2026-12-01T00:00:00Z',
  },
  WEBHOOKS: flag,
  VAPID_PUBLIC_KEY: {
    ja: 'npx web-push generate-vapid-keys が出す公開鍵（87 文字）を指定してください。',
    en: 'the public key (87 characters) that npx web-push generate-vapid-keys prints',
  },
  VAPID_PRIVATE_KEY: {
    ja: 'npx web-push generate-vapid-keys が出す秘密鍵（43 文字）を指定してください。',
    en: 'the private key (43 characters) that npx web-push generate-vapid-keys prints',
  },
  VAPID_SUBJECT: {
    ja: 'mailto:運用の担当者のアドレス か https:// のアドレスを指定してください。',
    en: 'mailto: with the address of whoever runs this, or an address that begins with https://',
  },
  OUTSIDE_LOOPBACK: flag,
  METRICS_TOKEN: { ja: '16 文字以上にしてください。', en: '16 characters or more' },
  LOG_LEVEL: {
    ja: 'trace, debug, info, warn, error, silent のどれかを指定してください。',
    en: 'one of trace, debug, info, warn, error, silent',
  },
} as const satisfies Readonly<Record<string, Expected>>;
