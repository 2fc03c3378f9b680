/** Words of the frame around the views. */
export const shell = {
  offline: 'This page now also opens without a network.',
  nav: 'Views',
  menu: 'Views',
  undo: 'Undo',
  redo: 'Redo',
  undoKeys: 'Undo (Ctrl+Z)',
  redoKeys: 'Redo (Shift+Ctrl+Z)',
  viewLoading: 'Loading the view…',
  viewFailed: 'This view could not be loaded. Is the connection gone?',
  noView: 'There is no such view in this version of the page.',
  toStart: 'To the questions',
  cancel: 'Cancel',
  cancelled: (done: number) =>
    done > 0
      ? `Stopped. What is shown was finished before: ${done.toLocaleString('en-US')} parts.`
      : 'Stopped before anything was finished.',
  goOn: 'Start again',
  /** Keys as they are engraved, and what they do. */
  shortcuts: {
    open: 'Keyboard shortcuts (?)',
    heading: 'Keyboard shortcuts',
    close: 'Close',
    groups: [
      {
        where: 'Everywhere outside of fields',
        keys: [
          ['?', 'this list'],
          ['Ctrl+K', 'find a view, a question, a model, a system or an action'],
          ['Ctrl+Z', 'undo the last edit'],
          ['Shift+Ctrl+Z', 'do it again'],
          ['Tab', 'to the next control; Shift+Tab to the one before'],
          ['Esc', 'close this list'],
        ],
      },
      {
        where: 'In a field',
        keys: [
          ['↑ ↓', 'one more or one less; with Shift ten'],
          ['Enter', 'end the edit, as one step of undo'],
          ['Ctrl+Z', 'the browser’s own undo of what was typed'],
        ],
      },
      {
        where: 'On the timeline',
        keys: [
          ['← →', 'earlier, later'],
          ['+ −', 'closer, farther'],
          ['Home', 'the whole step'],
          ['↑ ↓', 'the lane above or below'],
          ['n p', 'the next or previous operation of the lane'],
        ],
      },
    ] as { where: string; keys: [string, string][] }[],
  },
  /** The list of all that there is to go to and to do. */
  palette: {
    open: 'Find…',
    keys: 'Find a view, a question or an action (Ctrl+K)',
    heading: 'Views, questions and actions',
    label: 'Find a view, a question, a model, a system or an action',
    how: (count: number) => `${count} found. ↑ ↓ choose, Enter opens, Esc closes.`,
    kinds: { view: 'view', action: 'action', question: 'question', model: 'model', system: 'system' },
  },
  left: (time: string) => `about ${time} left`,
  /** The other language, by its own name. */
  language: '中文',
};

/** Words of the start view. */
export const start = {
  lead: 'How fast can a mixture-of-experts model be trained on a given cluster, what holds it back, and how sure is that? Pick a question, then change anything in it.',
  search: 'Search questions, models and chips',
  none: 'Nothing is found. Try a chip such as H100 or a model such as GLM-5.',
  questions: 'Ready questions',
  models: 'Models',
  systems: 'Systems',
  clusters: (names: readonly string[]) => names.join(' · '),
  own: 'Start with your own comparison',
  ownAbout: 'A model and two clusters to change as you like, answered at once.',
  ownQuestion: 'My comparison: how fast is each cluster?',
  goOn: (question: string) => `Go on where you were: ${question}`,
  viewsHeading: 'Ways to look at a question',
  withModel: (name: string) => `Compare clusters for ${name}`,
  withSystem: (name: string) => `Compare ${name} with the others`,
};
