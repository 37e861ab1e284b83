import type { Engine } from "~/platform/db/engine.server";

/** Everything the portal's tables are made of, as text that can be compared. */
export async function describeSchema(engine: Engine): Promise<string[]> {
  const { rows } = await engine.execute<{ line: string }>(`
    SELECT concat_ws(' ', 'column', table_name, ordinal_position, column_name, data_type, udt_name, is_nullable,
      column_default, character_maximum_length, datetime_precision) AS line
      FROM information_schema.columns WHERE table_schema = 'public'
    UNION ALL SELECT concat_ws(' ', 'index', indexdef) FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT concat_ws(' ', 'constraint', conrelid::regclass::text, conname, pg_get_constraintdef(oid))
      FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
    UNION ALL SELECT concat_ws(' ', 'enum', typname, enumsortorder, enumlabel)
      FROM pg_enum JOIN pg_type ON pg_type.oid = enumtypid
    UNION ALL SELECT concat_ws(' ', 'trigger', tgrelid::regclass::text, pg_get_triggerdef(oid))
      FROM pg_trigger WHERE NOT tgisinternal
    UNION ALL SELECT concat_ws(' ', 'function', proname, prosrc)
      FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    ORDER BY 1`);
  return rows.map(({ line }) => line);
}
