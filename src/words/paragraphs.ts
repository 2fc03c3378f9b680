const BREAK = '\n\n';

/** Sentences as a text that begins with the answer; what else there is to say is a paragraph of its own. */
export const paragraphs = (answer: readonly string[], more: readonly string[]): string =>
  [answer, more]
    .map((sentences) => sentences.join(' '))
    .filter(Boolean)
    .join(BREAK);

/** The paragraphs of such a text, the answer first. */
export const paragraphsOf = (text: string): string[] => text.split(BREAK);
