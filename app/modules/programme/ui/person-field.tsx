import { LookupField } from "~/ui/forms/lookup-field";
import type { RecordForm } from "~/ui/forms/use-record-form";

interface Props {
  readonly form: RecordForm;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly isOptional?: boolean;
}

/** Somebody who is employed, by number or name. */
export function PersonField({ form, name, ...words }: Props) {
  return (
    <LookupField
      source="employees"
      filter={{ status: "active" }}
      {...words}
      {...form.input(name)}
      problem={form.problem(name)}
    />
  );
}
