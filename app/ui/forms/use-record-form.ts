import { zodResolver } from "@hookform/resolvers/zod";
import { useNavigation, useSubmit } from "@remix-run/react";
import { type FormEvent, type KeyboardEvent, useEffect, useMemo, useState } from "react";
import { type Resolver, useForm } from "react-hook-form";
import type { z } from "zod";
import type { FieldProblem } from "./field";
import { problemOf, toFormErrors } from "./problem";
import { useUnsavedGuard } from "./use-unsaved-guard";

type Values = Record<string, string>;

interface Options {
  readonly schema: z.ZodType;
  /** What the fields hold on the first visit. */
  readonly initial: Values;
  /** What the action answered: the typed values and their errors. */
  readonly answer: { readonly values: Values; readonly errors: Record<string, FieldProblem> } | undefined;
}

/**
 * One form of one record. The server decides; the same schema answers sooner where scripts run. Without them the browser
 * posts the form and shows the same errors beside the same fields.
 */
export function useRecordForm({ schema, initial, answer }: Options) {
  const values: Values = useMemo(() => ({ ...initial, ...answer?.values }), [initial, answer]);
  const submit = useSubmit();
  const isSubmitting = useNavigation().state !== "idle";
  const isHydrated = useHydrated();
  const errors = useMemo(() => toFormErrors(answer?.errors), [answer]);
  const form = useForm<Values>({
    // The resolver's output is not used: the server parses what was typed itself.
    resolver: zodResolver(schema as never) as unknown as Resolver<Values>,
    defaultValues: values,
    errors,
    mode: "onTouched",
  });
  const { isDirty } = form.formState;
  useUnsavedGuard((isDirty || answer !== undefined) && !isSubmitting);

  return {
    /** Spread on `<Form>`. */
    form: {
      method: "post" as const,
      noValidate: isHydrated,
      onSubmit(event: FormEvent<HTMLFormElement>) {
        const target = event.currentTarget;
        const submitter = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
        event.preventDefault();
        if (isSubmitting) return;
        void form.handleSubmit(() => submit(submitter?.form ? submitter : target))(event);
      },
      onKeyDown(event: KeyboardEvent<HTMLFormElement>) {
        // Enter that ends an input-method composition chooses a word; it never sends the form. 229: Safari's way to say so.
        if (event.key === "Enter" && (event.nativeEvent.isComposing || event.keyCode === 229))
          event.preventDefault();
      },
    },
    /** Spread on an input, select or textarea. */
    input: (name: string) => ({ ...form.register(name), defaultValue: values[name] ?? "" }),
    problem: (name: string): FieldProblem | undefined =>
      problemOf(form.formState.errors[name]?.message as string | undefined),
    value: (name: string) => form.watch(name) ?? "",
    set: (name: string, value: string) => form.setValue(name, value, { shouldDirty: true }),
    isSubmitting,
  };
}

export type RecordForm = ReturnType<typeof useRecordForm>;

function useHydrated(): boolean {
  const [isHydrated, setHydrated] = useState(false);
  useEffect(() => setHydrated(true), []);
  return isHydrated;
}
