-- An address whose code was never drawn has no hour at which that code is over: so the hour of asking says when it goes.
-- Addresses that wait already begin their day now.
ALTER TABLE notices.mail_choice ADD COLUMN asked timestamptz NOT NULL DEFAULT date_trunc('hour', now());
ALTER TABLE notices.mail_choice ALTER COLUMN asked DROP DEFAULT;
ALTER TABLE notices.mail_choice ADD CHECK (asked = date_trunc('hour', asked));
