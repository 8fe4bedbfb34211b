/** What the database and its pages put around an act: menus, counters, the words for a picture. No line of an act is like these. */
const chrome: readonly RegExp[] = [
  /^Система\s+Orphus$/iu,
  /^(?:RTF|Print|OpenData|PDF|DOCX?|Word|\||\s)+$/u,
  /^(?:Документ|Реквизиты|Маалым\s*дарек|Ссылающиеся\s+документы|Шилтеме\s+документтер|\||\s)+$/iu,
  /^Редакция:(?:\s|\||кыргызча|на\s+русском)*$/iu,
  /^(?:Описание|Сүрөттөө|Description):/iu,
  /[A-ZА-Я]:\\[^\s]+\\?.*\.(?:jpe?g|png|gif|bmp|emf|wmf)/iu,
  /^ЦЕНТРАЛИЗОВАННЫЙ\s+БАНК\s+ДАННЫХ\s+ПРАВОВОЙ\s+ИНФОРМАЦИИ/iu,
  /УКУКТУК\s+МААЛЫМАТТАРДЫН\s+БОРБОРЛОШТУРУЛГАН\s+БАНКЫ/iu,
  /^(?:Поиск|Издөө|Search|Главная|Башкы\s+бет|Войти|Кирүү|Печать|Распечатать|Версия\s+для\s+печати|Басып\s+чыгаруу|Скачать|Жүктөп\s+алуу|Сайтка\s+кайтуу|Вернуться\s+на\s+сайт)$/iu,
  /^(?:кыргызча|на\s+русском|\||\s)+$/iu,
  /^[|\s_=*·•–—-]+$/u,
];

export function isChrome(line: string): boolean {
  if (line.length >= 400) return false;
  // A menu in one line: each of its entries by itself is none of the act's.
  return isEntry(line) || (line.includes('|') && line.split('|').every((entry) => isEntry(entry.trim())));
}

function isEntry(text: string): boolean {
  return text === '' || chrome.some((pattern) => pattern.test(text));
}
