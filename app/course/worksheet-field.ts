/** Name of a worksheet's field in forms. */
export const worksheetField = (worksheetId: string) => `list-${worksheetId}`;

/** Name of the field that says which version of the answer the form was drawn from. */
export const worksheetVersionField = (worksheetId: string) => `verze-${worksheetId}`;
