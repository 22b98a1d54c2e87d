/** Preference that is `false` when `/` shall not open the search: speech input types single characters by accident (WCAG 2.1.4). */
export const slashPreference = 'slash-key';
