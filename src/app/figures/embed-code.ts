import { asHtml } from '../../report';

/** What another page writes to show a figure in it, so many pixels high. */
export function embedCode(id: string, title: string, link: string, height: number): string {
  const [page, state = ''] = link.split('#');
  const address = `${page.split('?')[0]}?embed=${encodeURIComponent(id)}#${state}`;
  return `<iframe src="${asHtml(address)}" title="${asHtml(title)}" width="100%" height="${height}" loading="lazy" style="border:0"></iframe>`;
}
