import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';
import { type Chunk, closure, firstViews } from './first-views.ts';

const FAMILY = 'Kaerimichi Words';
/** Of the names of people and places that the words of the console do not hold: a page is rarely without one. */
const ofNames =
  '佐鈴橋渡辺吉斎崎森阿岡近坂遠福金柴酒菊池横武杉丸今宮野増谷村松浜沢島嶋桜塚新梅竹熊穂永岩平良和浅内荒堀水尾秋津石神葉奈川茨栃木群馬埼京潟富山梨静愛知岐阜三重滋賀阪兵庫歌鳥取広徳香媛高長分児沖縄北海道青手城形恵江汐美紗優結翔陽蓮悠真奏湊樹花莉咲凛葵術五嵐辻久千東衣詩柚尿十斗颯夏岳楓洋笠菜啓湘総井光原台清田立藤西希承';
/** Of what the server calls stages, needs and what is missing on a card, where the words of the first views lack them. */
const ofCards =
  'ぜぞねゆ初化口向品果物瘻程素署胃説調配酸鼻屋帯強影往想感抜持換改析栄根権況注液温湿火異疾症的皮着社祉窮童符細給緊繰耗育膚色蘇装親解証課象距路輸速運遺避里量防障響養験固低促候催具処助効匿単含命型境壁仮休剤天太奇委対席帳常延急息悪慢扶振挿排搬救望来染泄法活漏独環瘍章篤簿紙練聞腫補請貼透頭類ぁぇぐぴゃゅュォズブプポミ与二交介’“”';
const weights = [400, 700] as const;
const require = createRequire(import.meta.url);

/**
 * The letters that the console itself writes, cut from BIZ UDPGothic into three pieces a weight: those of the first
 * views, which come with the page and hold nothing up, those of names and cards, and those of the other pages. The font's
 * own hundred pieces remain for what people write: by them a first view weighed 870 kB, and its lines moved when the
 * letters came.
 */
export function wordFonts(): Plugin {
  let style = '';
  let preloaded: string[] = [];
  return {
    name: 'word-fonts',
    apply: 'build',
    generateBundle: {
      order: 'pre',
      async handler(_options, bundle) {
        const files = Object.values(bundle);
        const chunks = files.filter(file => file.type === 'chunk') as unknown as Chunk[];
        const early = firstViews.filter(({ name }) => name !== '/wall');
        const first = lettersOf(early.flatMap(({ from }) => [...closure(chunks, from)]));
        const cards = new Set([...ofNames, ...ofCards].filter(letter => !first.has(letter)));
        const other = new Set([...lettersOf(chunks)].filter(letter => !first.has(letter) && !cards.has(letter)));
        const emit = (name: string, source: string | Uint8Array) =>
          this.getFileName(this.emitFile({ type: 'asset', name, source }));
        const pieces = [
          { name: 'first', letters: first },
          { name: 'cards', letters: cards },
          { name: 'other', letters: other },
        ];
        const faces = await Promise.all(
          pieces.flatMap(({ name, letters }) =>
            weights.map(async weight => {
              const file = emit(`words-${name}-${weight}.woff2`, await cut(weight, letters));
              return { name, file, css: faceOf(weight, file, letters) };
            }),
          ),
        );
        preloaded = faces.filter(({ name }) => name === 'first').map(({ file }) => file);
        style = emit('words.css', faces.map(({ css }) => css).join('\n'));
      },
    },
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        ...preloaded.map(file => ({
          tag: 'link',
          injectTo: 'head' as const,
          attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `/${file}` },
        })),
        { tag: 'link', injectTo: 'head' as const, attrs: { rel: 'stylesheet', href: `/${style}` } },
      ],
    },
  };
}

/** Every letter of their texts, and of their program, which costs only Latin ones. */
function lettersOf(chunks: readonly Chunk[]): Set<string> {
  return new Set(chunks.flatMap(({ code }) => [...code]).filter(letter => letter >= ' ' && letter < '\u{10000}'));
}

async function cut(weight: number, letters: ReadonlySet<string>): Promise<Uint8Array> {
  const whole = await readFile(
    require.resolve(`@fontsource/biz-udpgothic/files/biz-udpgothic-japanese-${weight}-normal.woff2`),
  );
  // Without what no page of ours asks for: vertical forms, and hints for screens of one bit.
  return subsetFont(whole, [...letters].join(''), { targetFormat: 'woff2', noHinting: true, noLayoutClosure: true });
}

function faceOf(weight: number, file: string, letters: ReadonlySet<string>): string {
  const name = file.slice(file.lastIndexOf('/') + 1);
  return `@font-face{font-family:"${FAMILY}";font-weight:${weight};font-display:swap;src:url(./${name}) format("woff2");unicode-range:${rangesOf(letters)}}`;
}

/** As U+41-5A,U+3042. */
function rangesOf(letters: ReadonlySet<string>): string {
  const points = [...letters].map(letter => letter.codePointAt(0) ?? 0).sort((a, b) => a - b);
  const ranges: { from: number; to: number }[] = [];
  for (const point of points) {
    const last = ranges.at(-1);
    if (last?.to === point - 1) last.to = point;
    else ranges.push({ from: point, to: point });
  }
  const hex = (point: number) => point.toString(16).toUpperCase();
  return ranges.map(({ from, to }) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join(',');
}
