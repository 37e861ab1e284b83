/** The training that opens the reporting of incidents; its texts and questions are in `content/monitoring`. */
export const monitoringTraining = "monitoring";

/** As often as wanted, but after a test that did not work out there is an hour for going back to the text. */
export const trainingTestLimits = { attempts: null, coolingOffHours: 1 } as const;

export const trainingLink = "/incidenty/skoleni";
export const unitLink = (unitId: string, anchor?: string | null) =>
  `${trainingLink}/${unitId}${anchor ? `#${anchor}` : ""}`;
export const trainingTestLink = `${trainingLink}/test`;
export const trainingResultLink = (attemptId: string) =>
  `${trainingTestLink}/${encodeURIComponent(attemptId)}`;
/** Where answers are kept while the test is open. */
export const trainingAnswersLink = (attemptId: string) => `${trainingResultLink(attemptId)}/odpovedi`;
