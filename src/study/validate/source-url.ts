/**
 * The address of a source from its short form in a points file: `arXiv:2412.19437 Table 3`,
 * `github:owner/repo@commit:path`, `github issue owner/repo#12`, or an address itself; null for anything else.
 */
export function sourceUrl(reference: string): string | null {
  const address = /https:\/\/[^\s;,)]+/.exec(reference);
  if (address) return address[0];
  const paper = /arXiv:\s*(\d{4}\.\d{4,5})/i.exec(reference);
  if (paper) return `https://arxiv.org/abs/${paper[1]}`;
  const issue = /([\w.-]+\/[\w.-]+)#(\d+)/.exec(reference);
  if (issue) return `https://github.com/${issue[1]}/issues/${issue[2]}`;
  const file = /github:([\w.-]+\/[\w.-]+)(?:@([\w.\-/]+))?(?::([\w.\-/]+))?/.exec(reference);
  if (!file) return null;
  const [, repository, commit, path] = file;
  if (!commit) return `https://github.com/${repository}`;
  const tree = `https://github.com/${repository}/tree/${commit}`;
  if (!path) return tree;
  // A pattern stands for the files of a folder.
  const pattern = path.endsWith('...') || reference.charAt(file.index + file[0].length) === '*';
  if (pattern) return `${tree}/${path.slice(0, path.lastIndexOf('/') + 1)}`;
  return `https://github.com/${repository}/blob/${commit}/${path}`;
}
