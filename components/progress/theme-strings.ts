const en = { theme: 'Theme', system: 'As the system', light: 'Light', dark: 'Dark' };
const zh: typeof en = { theme: '主题', system: '跟随系统', light: '浅色', dark: '深色' };

export const themeStrings = { en, zh };
export type ThemeStrings = typeof en;
