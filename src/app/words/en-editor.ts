/** Words of the text beside the form. */
export const editor = {
  heading: 'Scenario as YAML',
  show: 'YAML',
  hide: 'Hide YAML',
  fine: 'The text can be used; form and text are in step.',
  empty: 'There is no text. The page still shows the last scenario that could be read.',
  takeBack: 'Back to the last text that could be read',
  text: 'Text',
  line: (line: number, column: number | null) =>
    column === null ? `Line ${line}` : `Line ${line}, column ${column}`,
  copy: 'Copy YAML',
  download: 'Download',
  open: 'Open a file',
  command: 'Copy the command',
  hint: 'Ctrl+Space lists what may stand at the caret. A scenario file can also be dropped anywhere on the page. Comments survive edits of the form; while the text cannot be read, an edit of the form starts from the last text that could.',
};
