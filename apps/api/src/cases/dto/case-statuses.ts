/** How a case can stand. */
export const CASE_STATUSES = ['created', 'running', 'completed', 'terminated'] as const;
