/** How many signs a matter's name may have, wherever somebody names one: at its start, in its registration, in an order about it. */
export const CASE_TITLE_MAX = 100;
