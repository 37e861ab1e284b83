/** What other domains may ask of people. `reader` is the transaction when there is one. */
export {
  accountsWithRole,
  addressesOf,
  addressOf,
  holdsRole,
  nameOf,
  namesOf,
  type MailAddress,
  type RoleHolder,
  type RolePlace,
} from "./operations/directory.server";
export { confirmIdentity, hasSecondFactor } from "./operations/confirm-identity.server";
export {
  hasMonitoringTraining,
  monitoringTrainingOf,
  recordMonitoringTraining,
} from "./operations/monitoring-training.server";
export {
  ensureOrganisation,
  organisationOf,
  organisationsOf,
  organisationsOfKind,
  type OrganisationOption,
} from "./operations/organisations.server";
export { endRole, giveRole, type RoleChange } from "./operations/roles.server";
export { peopleCleanUp } from "./operations/clean-up.server";
export { waitingFor } from "./operations/waiting-for.server";
export { inviteAdministrator, type AdministratorInvitation } from "./operations/invite-administrator.server";
