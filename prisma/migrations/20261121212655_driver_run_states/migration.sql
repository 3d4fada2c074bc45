-- AlterTable
ALTER TABLE "driver_runs" ADD COLUMN     "account_months" INTEGER;

ALTER TABLE driver_runs
  ADD CONSTRAINT driver_runs_status_known CHECK (status IN ('waiting', 'running', 'finished', 'failed')),
  ADD CONSTRAINT driver_runs_progress_scale CHECK (progress BETWEEN 0 AND 1);

-- Of all processes that serve this database, one computes and one request waits: the others' inserts find these rows.
CREATE UNIQUE INDEX driver_runs_one_waiting ON driver_runs (status) WHERE status = 'waiting';
CREATE UNIQUE INDEX driver_runs_one_running ON driver_runs (status) WHERE status = 'running';
