const marks: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for HTML and SVG: files of strangers are data. */
export const asHtml = (text: string): string => text.replace(/[&<>"']/g, (mark) => marks[mark]);

/** Web addresses in a text, without the mark that ends a clause. */
const address = /(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?])/;

/** Text for HTML with a link where a web address stands. */
export const linked = (text: string): string =>
  text
    .split(address)
    .map((part, index) => (index % 2 === 0 ? asHtml(part) : `<a href="${asHtml(part)}">${asHtml(part)}</a>`))
    .join('');
