-- Who has to do something by which day. The words of a task are a sealed record with the same id.

CREATE TABLE tasks.task (
  tenant uuid NOT NULL,
  id uuid NOT NULL,
  space uuid NOT NULL,
  assignee uuid NOT NULL,
  due date NOT NULL,
  kind text NOT NULL CHECK (kind IN ('do', 'go-along', 'meet', 'call')),
  done_on date,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX task_open ON tasks.task (tenant, assignee, due, id) WHERE done_on IS NULL;
CREATE INDEX task_of_space ON tasks.task (tenant, space, due);

ALTER TABLE tasks.task ENABLE ROW LEVEL SECURITY;
ALTER TABLE tasks.task FORCE ROW LEVEL SECURITY;
CREATE POLICY task_of_tenant ON tasks.task
  USING (tenant = platform.current_tenant()) WITH CHECK (tenant = platform.current_tenant());

GRANT USAGE ON SCHEMA tasks TO baken_app, baken_backup;
GRANT SELECT, INSERT, UPDATE, DELETE ON tasks.task TO baken_app;
GRANT SELECT ON ALL TABLES IN SCHEMA tasks TO baken_backup;
