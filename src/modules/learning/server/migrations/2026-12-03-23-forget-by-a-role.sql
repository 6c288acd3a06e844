-- What people did is deleted under a role of its own: a query of any other part of the program that wants to delete it is refused.

GRANT USAGE ON SCHEMA learning TO baken_forget;
GRANT SELECT ON learning.learner, learning.attempt, learning.learner_key, learning.learner_account, learning.invitee,
  learning.resume_code, learning.proof TO baken_forget;
GRANT DELETE ON learning.learner, learning.attempt, learning.learner_key, learning.proof TO baken_forget;
REVOKE DELETE ON learning.learner, learning.attempt, learning.step, learning.proof FROM baken_app;
