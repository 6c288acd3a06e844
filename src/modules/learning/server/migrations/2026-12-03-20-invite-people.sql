-- Who was invited to learn, by a label that only their organisation understands. Label and learner stand together in one table
-- that can be emptied without anything else: what was counted stays, as a number.

CREATE TABLE learning.invitation (
  tenant uuid NOT NULL,
  id uuid NOT NULL,
  organisation uuid NOT NULL,
  course text NOT NULL,
  -- Of the secret in its link, which is stored nowhere in the open.
  hash text NOT NULL,
  made_on date NOT NULL,
  -- The last day on which it opens.
  until date NOT NULL,
  -- The day by which it should be done.
  due_on date NOT NULL,
  used_on date,
  withdrawn_on date,
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, hash),
  FOREIGN KEY (tenant, organisation) REFERENCES learning.organisation (tenant, id),
  CHECK (until >= made_on AND due_on >= made_on)
);
CREATE TABLE learning.invitee (
  tenant uuid NOT NULL,
  invitation uuid NOT NULL,
  organisation uuid NOT NULL,
  label text NOT NULL CHECK (length(label) BETWEEN 1 AND 60),
  learner uuid,
  PRIMARY KEY (tenant, invitation),
  UNIQUE (tenant, learner),
  FOREIGN KEY (tenant, invitation) REFERENCES learning.invitation (tenant, id),
  FOREIGN KEY (tenant, organisation) REFERENCES learning.organisation (tenant, id),
  FOREIGN KEY (tenant, learner) REFERENCES learning.learner (tenant, id) ON DELETE CASCADE
);
-- Capital and small letters make no other label.
CREATE UNIQUE INDEX invitee_label ON learning.invitee (tenant, organisation, lower(label));
-- Where one letter with the link goes. Address and link are sealed together, and gone as soon as it was sent.
CREATE TABLE learning.invitation_mail (
  tenant uuid NOT NULL,
  invitation uuid NOT NULL,
  sealed text NOT NULL,
  language text NOT NULL CHECK (language IN ('en', 'nl')),
  -- Why it did not leave.
  problem text,
  PRIMARY KEY (tenant, invitation),
  FOREIGN KEY (tenant, invitation) REFERENCES learning.invitee (tenant, invitation) ON DELETE CASCADE
);
-- For how long a course counts in an organisation, and how long somebody has who is invited.
CREATE TABLE learning.people_rule (
  tenant uuid NOT NULL,
  organisation uuid NOT NULL,
  course text NOT NULL,
  months integer CHECK (months BETWEEN 1 AND 120),
  days integer NOT NULL CHECK (days BETWEEN 1 AND 366),
  PRIMARY KEY (tenant, organisation, course),
  FOREIGN KEY (tenant, organisation) REFERENCES learning.organisation (tenant, id)
);

DO $$
DECLARE named text;
BEGIN
  FOREACH named IN ARRAY ARRAY['invitation', 'invitee', 'invitation_mail', 'people_rule'] LOOP
    EXECUTE format('ALTER TABLE learning.%I ENABLE ROW LEVEL SECURITY', named);
    EXECUTE format('ALTER TABLE learning.%I FORCE ROW LEVEL SECURITY', named);
    EXECUTE format('CREATE POLICY of_tenant ON learning.%I USING (tenant = platform.current_tenant())
      WITH CHECK (tenant = platform.current_tenant())', named);
  END LOOP;
END $$;

GRANT SELECT, INSERT, DELETE ON learning.invitation TO baken_app;
GRANT UPDATE (hash, until, used_on, withdrawn_on) ON learning.invitation TO baken_app;
GRANT SELECT, INSERT, DELETE ON learning.invitee, learning.invitation_mail TO baken_app;
GRANT UPDATE (learner) ON learning.invitee TO baken_app;
GRANT UPDATE (sealed, problem) ON learning.invitation_mail TO baken_app;
GRANT SELECT, INSERT, UPDATE ON learning.people_rule TO baken_app;
GRANT SELECT ON learning.invitation, learning.invitee, learning.invitation_mail, learning.people_rule TO baken_backup;
