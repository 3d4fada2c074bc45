-- CreateTable
CREATE TABLE "return_rules" (
    "version" INTEGER NOT NULL,
    "rules" JSONB NOT NULL,
    "note" TEXT,
    "actor_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "return_rules_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "return_reports" (
    "stamp" TEXT NOT NULL,
    "report" JSONB NOT NULL,
    "seconds" REAL NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "return_reports_pkey" PRIMARY KEY ("stamp")
);

-- CreateTable
CREATE TABLE "scenarios" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "levers" JSONB NOT NULL,
    "result" JSONB NOT NULL,
    "stamp" TEXT NOT NULL,
    "created_by_id" UUID,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "scenarios_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "return_reports_computed_at_idx" ON "return_reports"("computed_at");

-- CreateIndex
CREATE INDEX "scenarios_created_at_idx" ON "scenarios"("created_at");


-- What Prisma cannot say.
alter table return_rules add constraint return_rules_from_one check (version >= 1);
alter table scenarios add constraint scenarios_named check (length(btrim(name)) between 1 and 120);
create index scenarios_kept_idx on scenarios (created_at desc, id) where deleted_at is null;
