/** What a fault of syntax is: code and mark of its finding. */
export const BROKEN_TEXT = { code: 'LF001', mark: 'brokenText' } as const;
