// Before the first paint: theme and text size as this browser was set, so that a dark ward stays dark, and its language.
const readsJapanese = navigator.languages.some(tag => /^ja\b/i.test(tag));
if (!readsJapanese) document.documentElement.lang = 'en';
try {
  const kept = JSON.parse(localStorage.getItem('kaerimichi.preferences') || '{}');
  if (kept.theme === 'light' || kept.theme === 'dark') document.documentElement.dataset.theme = kept.theme;
  if (kept.textSize) document.documentElement.dataset.text = kept.textSize;
  if (kept.language === 'en' || kept.language === 'ja') document.documentElement.lang = kept.language;
} catch {
  // A browser without storage gets the defaults.
}
