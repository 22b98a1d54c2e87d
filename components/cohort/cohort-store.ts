/** The one cohort of this page, over localStorage, beside the mentor's own progress. Nothing is read until a component subscribes. */
import { createCohort } from '@/lib/cohort/cohort';
import { browserBackend } from '@/lib/progress/storage';

export const cohort = createCohort(browserBackend, Date.now);
