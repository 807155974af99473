/** How far a sheet may grow, as in Excel: to XFD1048576. */
export const SHEET_LIMITS = { rows: 1_048_576, columns: 16_384 } as const;
