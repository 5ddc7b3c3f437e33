/** The first that fits stands: what calls itself after others comes before them. */
const systems: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/i, '鸿蒙'],
  [/Android/i, '安卓'],
  [/iPad/i, 'iPad'],
  [/iPhone|iPod/i, 'iPhone'],
  [/Windows/i, 'Windows'],
  [/Mac OS X|Macintosh/i, 'Mac'],
  [/Linux|X11/i, 'Linux'],
];

const browsers: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/i, '微信'],
  [/DingTalk/i, '钉钉'],
  [/HuaweiBrowser/i, '华为浏览器'],
  [/QQBrowser/i, 'QQ浏览器'],
  [/360SE|360EE|QihooBrowser/i, '360浏览器'],
  [/\bEdg(?:e|A|iOS)?\//i, 'Edge'],
  [/Firefox|FxiOS/i, 'Firefox'],
  [/Chrom(?:e|ium)|CriOS/i, 'Chrome'],
  [/Safari/i, 'Safari'],
];

const nameIn = (names: readonly (readonly [RegExp, string])[], text: string): string | undefined =>
  names.find(([form]) => form.test(text))?.[1];

/** What a person knows his browser by, out of what it calls itself: 「安卓 · 微信」. What nobody knows is 「未知设备」. */
export function agentOf(userAgent: string | undefined): string {
  const text = (userAgent ?? '').slice(0, 500);
  const names = [nameIn(systems, text), nameIn(browsers, text)].filter((name) => name !== undefined);
  return names.length > 0 ? names.join(' · ') : '未知设备';
}
