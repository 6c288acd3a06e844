-- Invitations that are over are taken away by a job.
GRANT DELETE ON accounts.invitation TO baken_app;
