/** Lines of one order that a declaration, or staff, may name at once. */
export const MOST_LINES = 1000

/** The same of a form without script: its parser takes a thousand fields, and each line has two. */
export const MOST_FORM_LINES = 450
