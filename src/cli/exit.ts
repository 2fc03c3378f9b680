/** Exit codes of the program; the numbers are part of its contract. */
export const EXIT = { answered: 0, bug: 1, badInput: 2, interrupted: 130, terminated: 143 } as const;
