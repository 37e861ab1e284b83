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
