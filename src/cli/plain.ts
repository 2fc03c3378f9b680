/** Text from files without control characters, which a terminal would obey; line ends stay. */
export const plain = (text: string): string => text.replace(/[^\P{Cc}\n]/gu, '');
