export type { Delivery } from "./deliver.server";
export { deliverMail, eraseFailedMail } from "./deliver.server";
export type { Letter } from "./queue.server";
export { mailJobName, mailSoon, queueMail } from "./queue.server";
