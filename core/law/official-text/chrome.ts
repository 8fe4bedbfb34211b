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
  /^(?:Поиск|Издөө|Search|Главная|Башкы\s+бет|Войти|Кирүү|Печать|Распечатать|Скачать|Жүктөп\s+алуу)$/iu,
  /^(?:кыргызча|на\s+русском|\||\s)+$/iu,
  /^[|\s_=*·•–—-]+$/u,
];

export function isChrome(line: string): boolean {
  return line.length < 400 && chrome.some((pattern) => pattern.test(line));
}
