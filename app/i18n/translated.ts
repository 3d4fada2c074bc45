/** The same tree of messages in another language. Chinese has no singular, so the `_one` forms are left out. */
export type Translated<Source> = Source extends string
  ? string
  : { [Key in keyof Source as Key extends `${string}_one` ? never : Key]: Translated<Source[Key]> };
