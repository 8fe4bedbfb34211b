import type { OfficialLine } from './types.ts';

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
  /^(?:Поиск|Издөө|Search|Главная|Башкы\s+бет|Войти|Кирүү|Печать|Распечатать|Версия\s+для\s+печати|Басып\s+чыгаруу|Скачать|Жүктөп\s+алуу(?:\s+Басып\s+чыгаруу)?|Сайтка\s+кайтуу|Вернуться\s+на\s+сайт)$/iu,
  /^(?:кыргызча|на\s+русском|русский|english|\||\s)+$/iu,
  /^(?:(?:Войти|Регистрация|Кирүү|Катталуу|Log\s?in|Sign\s+(?:in|up))\s*){1,4}$/iu,
  /^(?:Наверх|Карта\s+сайта|Жогоруга|Сайттын\s+картасы|Back\s+to\s+top|Site\s?map)$/iu,
  /^(?:Скачать|Жүктөп\s+алуу|Download)\s+(?:PDF|DOCX?|RTF|Word|файл)$/iu,
  // Where in the site the page stands.
  /^(?:Главная|Башкы\s+бет|Home)(?:\s*[»>›→]\s*[^»>›→]{1,60}){1,6}$/iu,
  /^(?:facebook|twitter|instagram|youtube|tiktok|telegram|odnoklassniki|vk)(?:-link)?$/iu,
  /^(?:Шрифттин\s+өлчөмү|Аралык|Сүрөттөр|Размер\s+шрифта|Интервал|Изображения|Башкы\s+бетке\s+өтүү|Main\s+Menu)$/iu,
  /^Document\s+from\s+CIS\s+Legislation\s+database/iu,
  /^[|\s_=*·•–—-]+$/u,
  /^(?:Новости|Контакты|Байланыш|Жаңылыктар|News|Contacts|Facebook|Twitter|Telegram|WhatsApp)$/iu,
  /^(?:Поделиться|Бөлүшүү|Share)(?:\s*:.{0,80})?$/iu,
  /^(?:Количество\s+просмотров|Просмотров|Көрүүлөрдүн\s+саны|Views)\s*:?\s*[\d\s]+$/iu,
  /^(?:©|\(c\)\s*(?:19|20)\d{2}|Copyright(?!\p{L})|Все\s+права\s+защищены|Бардык\s+укуктар\s+корголгон).{0,200}$/iu,
];

const pageNumbers =
  /^(?:[-–—]\s*\d{1,3}\s*[-–—]|(?:стр(?:аница|\.)?|page|бет)\s*\d{1,3}(?:\s*(?:из|of|\/)\s*\d{1,3})?|\d{1,3}\s?-\s?бет)$/iu;

/** A printed page's number on its line: - 2 -, стр. 2 из 9, Page 1 of 2, 3-бет; a figure alone only where it is centred. */
export function isPageNumber({ text, centered, row }: OfficialLine): boolean {
  return !row && (pageNumbers.test(text) || (centered === true && /^\d{1,3}$/u.test(text)));
}

export function isChrome(line: string): boolean {
  if (line.length >= 400) return false;
  // A menu in one line: each of its entries by itself is none of the act's.
  return isEntry(line) || (/[|\t]/.test(line) && line.split(/[|\t]/).every((entry) => isEntry(entry.trim())));
}

function isEntry(text: string): boolean {
  return text === '' || chrome.some((pattern) => pattern.test(text));
}
