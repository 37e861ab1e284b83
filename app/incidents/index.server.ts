/** What other domains may ask of incidents. */
export { whereIncident, type IncidentPermission } from "./operations/incident-scope.server";
export { waitingFor } from "./operations/waiting-for.server";
