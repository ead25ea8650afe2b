// Before the first paint: theme and text size as this browser was set, so that a dark ward stays dark.
try {
  const kept = JSON.parse(localStorage.getItem('kaerimichi.preferences') || '{}');
  if (kept.theme === 'light' || kept.theme === 'dark') document.documentElement.dataset.theme = kept.theme;
  if (kept.textSize) document.documentElement.dataset.text = kept.textSize;
  if (kept.language === 'en') document.documentElement.lang = 'en';
} catch {
  // A browser without storage gets the defaults.
}
