const marks: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for HTML and SVG: files of strangers are data. */
export const asHtml = (text: string): string => text.replace(/[&<>"']/g, (mark) => marks[mark]);

/** A link where the text is a plain web address, else the text. */
export const linked = (text: string): string =>
  asHtml(text).replace(/https?:\/\/[^\s<>"'&;]+/g, (address) => `<a href="${address}">${address}</a>`);
