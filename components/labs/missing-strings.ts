const en = { missing: 'This lab could not be loaded.', reload: 'Reload the page' };
const zh: typeof en = { missing: '这个实验没能加载。', reload: '刷新页面' };

export const missingStrings = { en, zh };
