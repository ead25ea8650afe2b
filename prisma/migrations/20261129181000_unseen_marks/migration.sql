-- Names of organisations are found and compared without what nobody sees (foldName): first all but 濁点 and 半濁点, which
-- then compose with their kana, and then those that belong to no kana. Of the marks and formats of Unicode those stand here
-- that a keyboard or a copied text brings; a name is folded by all of them when it is next written.
UPDATE organisation SET search_text = regexp_replace(
  normalize(
    regexp_replace(
      search_text,
      '[[:cntrl:]\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u061c\u064b-\u065f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20d0-\u20dc\u20e1\u20e5-\u20f0\u2800\u302a-\u302d\u3164\ufe00-\ufe0f\ufe20-\ufe2f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]',
      '', 'g'
    ),
    NFC
  ),
  '[\u3099\u309a]', '', 'g'
);
