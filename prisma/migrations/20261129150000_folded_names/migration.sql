-- Names of organisations are found and compared without signs, and with small kana as large ones (foldName).
UPDATE organisation SET search_text = translate(search_text,
  'ぁぃぅぇぉっゃゅょゎゕゖ!#$%&*+/:;<=>?@[\]^`{}~‘’“”…‥〜〈〉《》「」『』【】〔〕※★☆●○◎■□◆◇▲△▼▽',
  'あいうえおつやゆよわかけ');
